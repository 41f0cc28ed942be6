import { setTimeout as sleep } from 'node:timers/promises'
import path from 'node:path'
import type { ConnectParts } from './connect-kiosk.ts'
import type { Kiosk } from './create-kiosk.ts'
import { createJsonFile } from './files/json-file.ts'
import { replaceFile } from './files/replace-file.ts'

const HEALTH_EVERY_MS = 2000
const TICK_EVERY_MS = 60_000
const ASK_EVERY_TICKS = 60
const PIECE_PAUSE_MS = 2000
/** Root's, written by `apply-update`. */
const RESULT_FILE = '/var/lib/guichet-programs/result'

type Parts = Pick<ConnectParts, 'configurationFile' | 'stamp' | 'page' | 'restart'>
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
  const { running, page, restart } = parts
  const [{ createUpdateNotes }, { sayHealthy }, { createUpdateFollower }] = await Promise.all([
    import('./update/update-notes.ts'),
    import('./update/say-healthy.ts'),
    import('./update/follow-updates.ts'),
  ])
  const { ask, session, serverNowMs, identity } = kiosk
  const folder = path.join(path.dirname(parts.configurationFile), 'update')
  const notes = createUpdateNotes({ folder, resultFile: RESULT_FILE, createJsonFile, replaceFile })
  const isPageShown = () => page()?.isLoading() === false
  do await wait(HEALTH_EVERY_MS)
  while (!(await sayHealthy({ notes, ask, running, isPageShown })))
  const follower = createUpdateFollower({
    ask,
    notes,
    running,
    architecture: process.arch === 'arm64' ? 'arm64' : 'x64',
    pause: () => wait(PIECE_PAUSE_MS),
    isQuiet: () => session.person() === undefined,
    hour: () => hourIn(identity.configuration.prison.timeZone, serverNowMs()),
    restart,
  })
  // A wing's terminals start together, and should not ask together.
  const asksAt = Math.floor(Math.random() * ASK_EVERY_TICKS)
  for (let tick = 0; ; tick += 1) {
    await wait(TICK_EVERY_MS)
    await tryStep(kiosk, tick % ASK_EVERY_TICKS === asksAt ? follower.look : follower.changeOver)
  }
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
