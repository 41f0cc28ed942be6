import { statfs } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ConnectParts } from './connect-kiosk.ts'
import type { Kiosk } from './create-kiosk.ts'

const HEALTH_FIRST_MS = 2000
/** While the server does not answer, which may be for days: a prison's terminals must not all ask at once when it does. */
const HEALTH_MOST_MS = 30_000
const TICK_EVERY_MS = 60_000
const ASK_EVERY_TICKS = 60
const FIRST_ASK_TICKS = 30
const PIECE_PAUSE_MS = 4000

interface Parts extends Pick<ConnectParts, 'configurationFile' | 'stamp' | 'page' | 'restart'> {
  /** A technician is at this terminal, with a code that opens nothing a second time. */
  readonly isServiceOpen: () => boolean
}
type Wait = (ms: number) => Promise<void>

/**
 * Lets a packaged kiosk say that it works, ask for updates once an hour, and change over to an installed one when it is quiet.
 * A kiosk from a checkout does none of it. What that takes is loaded after the start.
 */
export function connectUpdates(kiosk: Kiosk, parts: Parts): { readonly stop: () => void } {
  const ending = new AbortController()
  const wait: Wait = ms => sleep(ms, undefined, { signal: ending.signal, ref: false })
  if (parts.stamp !== undefined) {
    void followUpdates(kiosk, { ...parts, running: parts.stamp.release }, wait).catch((error: unknown) => {
      if (!ending.signal.aborted) kiosk.log.error('update', error)
    })
  }
  return {
    stop: () => {
      ending.abort()
    },
  }
}

async function followUpdates(kiosk: Kiosk, parts: Parts & { readonly running: string }, wait: Wait): Promise<void> {
  const { running, page, restart, isServiceOpen } = parts
  await wait(HEALTH_FIRST_MS)
  const [{ updateNotesOf }, { sayHealthy }, { createUpdateFollower }] = await Promise.all([
    import('./update-notes-of.ts'),
    import('./update/say-healthy.ts'),
    import('./update/follow-updates.ts'),
  ])
  const { ask, session, activity, serverNowMs, identity } = kiosk
  const notes = updateNotesOf(parts.configurationFile)
  const isPageShown = () => page()?.isLoading() === false && activity.isPageAtWork()
  await repeatUntil(kiosk, () => sayHealthy({ notes, ask, running, isPageShown }), wait)
  const follower = createUpdateFollower({
    ask,
    notes,
    running,
    architecture: process.arch === 'arm64' ? 'arm64' : 'x64',
    freeBytes: () => freeBytes(notes.folder),
    pause: () => wait(PIECE_PAUSE_MS * (0.5 + Math.random())),
    isQuiet: () => session.person() === undefined && !isServiceOpen() && !activity.isPushing(),
    uptimeMs: () => performance.now(),
    now: () => new Date(serverNowMs()),
    hour: () => hourIn(identity.configuration.prison.timeZone, serverNowMs()),
    restart,
  })
  // A wing's terminals start together, and should not ask together.
  const asksAt = Math.floor(Math.random() * FIRST_ASK_TICKS)
  for (let tick = 0; ; tick += 1) {
    await wait(TICK_EVERY_MS)
    await tryStep(kiosk, tick % ASK_EVERY_TICKS === asksAt ? follower.look : follower.changeOver)
  }
}

/** Until it answers `true`. What goes wrong meanwhile is told and tried again: a full disk may have room before the trial is over. */
async function repeatUntil(kiosk: Kiosk, isDone: () => Promise<boolean>, wait: Wait): Promise<void> {
  let wasDone = false
  const step = async () => {
    wasDone = await isDone()
  }
  for (let pauseMs = HEALTH_FIRST_MS; ; pauseMs = Math.min(HEALTH_MOST_MS, pauseMs * 1.5)) {
    await tryStep(kiosk, step)
    if (wasDone) return
    await wait(pauseMs * (0.75 + Math.random() / 2))
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
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
