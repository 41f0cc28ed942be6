import type { UpdateFacts } from '#shared/doctor/update-facts.ts'
import { isOlder, releaseVersionSchema } from '#shared/update/release-version.ts'
import type { UpdateNotes } from '../update/update-notes.ts'

type Notes = Pick<UpdateNotes, 'failed' | 'installed' | 'offered' | 'postponed' | 'result'>

/** What the notes of a terminal that runs `running` say of its updates. Changes nothing. */
export async function readUpdate(notes: Notes, running: string): Promise<UpdateFacts | null> {
  if (!releaseVersionSchema.safeParse(running).success) return null
  const isNewer = (version: string) => releaseVersionSchema.safeParse(version).success && isOlder(running, version)
  const [installed, last] = await Promise.all([notes.installed(), notes.offered()])
  const offered = last !== undefined && isNewer(last.version) ? last : null
  const failed = (await readFailed(notes)).find(({ version }) => isNewer(version))
  return {
    running,
    failed: failed ?? null,
    offered: offered && { ...offered, isInstalled: installed === offered.version },
  }
}

async function readFailed(notes: Notes): Promise<readonly NonNullable<UpdateFacts['failed']>[]> {
  const [result, failed, postponed] = await Promise.all([notes.result(), notes.failed(), notes.postponed()])
  const wentBack = failed.toReversed().map(one => ({ ...one, how: 'went-back' as const }))
  return [
    ...(result?.outcome === 'refused' ? [{ version: result.version, why: result.why, how: 'refused' as const }] : []),
    ...wentBack,
    ...(postponed === undefined ? [] : [{ ...postponed, how: 'put-off' as const }]),
  ]
}
