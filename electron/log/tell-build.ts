import type { BuildStamp } from '#shared/contracts/build-stamp.ts'
import type { LogPorts } from './log.ts'

/** The first line of a packaged kiosk's log: which one it is. Its texts were written when it was packaged. */
export function tellBuild({ write, now }: LogPorts, stamp: BuildStamp | undefined): void {
  if (stamp === undefined) return
  const { release, isDevelopment, electron, runtime, commit, isChanged, builtAt } = stamp
  const fields = { release, isDevelopment, electron, runtime, commit, isChanged, builtAt }
  write(`${JSON.stringify({ at: now().toISOString(), level: 'info', part: 'start', code: 'BUILD', ...fields })}\n`)
}
