import { setTimeout as sleep } from 'node:timers/promises'
import path from 'node:path'
import type { ConnectParts } from './connect-kiosk.ts'
import type { Kiosk } from './create-kiosk.ts'

const HEALTH_EVERY_MS = 2000
const TICK_EVERY_MS = 60_000
const ASK_EVERY_TICKS = 60
const PIECE_PAUSE_MS = 2000
/** Root's, written by `apply-update`. */
const RESULT_FILE = '/var/lib/guichet-programs/result'

type Parts = Pick<ConnectParts, 'configurationFile' | 'stamp' | 'page' | 'restart'>

/**
 * Lets a packaged kiosk say that it works, ask for updates once an hour, and change over to an installed one when it is quiet.
 * A kiosk from a checkout does none of it. What that takes is loaded after the start.
 */
export function connectUpdates(kiosk: Kiosk, { configurationFile, stamp, page, restart }: Parts): { stop: () => void } {
  const ending = new AbortController()
  const stop = () => {
    ending.abort()
  }
  if (stamp === undefined) return { stop }
  const run = async (): Promise<void> => {
    const [{ createUpdateNotes }, { sayHealthy }, { createUpdateFollower }] = await Promise.all([
      import('./update/update-notes.ts'),
      import('./update/say-healthy.ts'),
      import('./update/follow-updates.ts'),
    ])
    const { ask, session, serverNowMs } = kiosk
    const notes = createUpdateNotes(path.join(path.dirname(configurationFile), 'update'), RESULT_FILE)
    const isPageShown = () => page()?.isLoading() === false
    const wait = (ms: number) => sleep(ms, undefined, { signal: ending.signal, ref: false })
    do await wait(HEALTH_EVERY_MS)
    while (!(await sayHealthy({ notes, ask, running: stamp.release, isPageShown })))
    const { timeZone } = kiosk.identity.configuration.prison
    const follower = createUpdateFollower({
      ask,
      notes,
      running: stamp.release,
      architecture: process.arch === 'arm64' ? 'arm64' : 'x64',
      pause: () => wait(PIECE_PAUSE_MS),
      isQuiet: () => session.person() === undefined,
      hour: () => hourIn(timeZone, serverNowMs()),
      restart,
    })
    // A wing's terminals start together, and should not ask together.
    const asksAt = Math.floor(Math.random() * ASK_EVERY_TICKS)
    for (let tick = 0; ; tick += 1) {
      await wait(TICK_EVERY_MS)
      await tryStep(kiosk, tick % ASK_EVERY_TICKS === asksAt ? follower.look : follower.changeOver)
    }
  }
  void run().catch((error: unknown) => {
    if (!ending.signal.aborted) kiosk.log.error('update', error)
  })
  return { stop }
}

async function tryStep({ log }: Kiosk, step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    log.error('update', error)
  }
}

function hourIn(timeZone: string, ms: number): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(ms))
}
