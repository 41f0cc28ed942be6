import type { Now } from '#shared/directive/evaluate-closing.ts'
import { evaluateLease, type LeaseState } from '#shared/directive/evaluate-lease.ts'
import { defaultLeases, type LeaseGrant, type Leases } from '#shared/directive/state-document.ts'
import type { LeaseFile } from './lease-file.ts'

/*
 * Threat: somebody at a terminal that was cut off turns its clock back, restarts it or pulls its plug, so that the prison's
 * last word holds for ever. The wall clock may be set by anybody who gets that far; how long the machine has been on may not.
 */

/** How long this terminal may go on without word from the prison, and what time it is. */
export interface LeaseClock {
  readonly lease: () => LeaseState
  /** In how many milliseconds half the web's lease is gone: time to ask for another. */
  readonly renewInMs: () => number
  readonly now: () => Now
  /** The server's time; `undefined` until it said so in this run. */
  readonly provenNowMs: () => number | undefined
  /** A grant that was asked for at `askedAtMs` on the machine's clock has come. */
  readonly granted: (grant: Pick<LeaseGrant, 'at' | 'leases'>, askedAtMs: number) => void
  /** The document in force says how long leases are. */
  readonly ordered: (leases: Leases) => void
  readonly snapshot: (highestVersion: number) => LeaseFile
}

export interface LeaseClockParts {
  /** What an earlier run left. */
  readonly kept: LeaseFile | undefined
  /** This terminal was never started before. Otherwise, with nothing kept, its leases have ended. */
  readonly isFirstStart: boolean
  /** How long the machine has been on, sleep included: a clock nobody can set. */
  readonly uptimeMs: () => number
  /** The terminal's own clock. Anybody may have set it. */
  readonly wallMs: () => number
}

interface Heard {
  readonly atMs: number
  readonly askedAtMs: number
  readonly heardAtMs: number
}

/**
 * Measures leases and time.
 *
 *  - A lease counts from when it was asked for, on the machine's clock.
 *  - The web's does not outlive a restart. The local one does: while it was off, as much time has passed as the wall clock
 *    says, and at least as long as the machine has been on since. A clock that was turned back makes it no longer.
 *  - Time is told as between two moments, see `Now`. Before the first grant of a run the later one is the wall clock's, so
 *    that what is to close by then closes, and the earlier one counts on from what was proven.
 */
export function createLeaseClock({ kept, isFirstStart, uptimeMs, wallMs }: LeaseClockParts): LeaseClock {
  const startMs = uptimeMs()
  const atStart = elapsedAtStart(kept, isFirstStart, startMs, wallMs())
  const provenAtStartMs = provenEarlier(kept, startMs)
  let leases = kept?.leases ?? defaultLeases
  let heard: Heard | undefined

  const localMs = () => uptimeMs() - (heard?.askedAtMs ?? startMs - atStart)
  const webMs = () => (heard === undefined ? Infinity : localMs())
  const now = (): Now => {
    const nowMs = uptimeMs()
    if (heard !== undefined) {
      return { earliestMs: heard.atMs + nowMs - heard.heardAtMs, latestMs: heard.atMs + nowMs - heard.askedAtMs }
    }
    const earliestMs = provenAtStartMs === undefined ? 0 : provenAtStartMs + nowMs - startMs
    return { earliestMs, latestMs: Math.max(earliestMs, wallMs()) }
  }
  const isProven = () => heard !== undefined || provenAtStartMs !== undefined
  return {
    lease: () => evaluateLease(leases, { webMs: webMs(), localMs: localMs() }),
    renewInMs: () => Math.max(0, (leases.web * 1000) / 2 - webMs()),
    now,
    provenNowMs: () => (heard === undefined ? undefined : now().latestMs),
    granted: (grant, askedAtMs) => {
      heard = { atMs: Date.parse(grant.at), askedAtMs, heardAtMs: uptimeMs() }
      leases = grant.leases
    },
    ordered: next => {
      leases = next
    },
    snapshot: highestVersion => ({
      version: 1,
      leases,
      elapsedMs: Number.isFinite(localMs()) ? Math.max(0, Math.ceil(localMs())) : null,
      savedAt: new Date(wallMs()).toISOString(),
      uptimeMs: Math.floor(uptimeMs()),
      provenAt: isProven() ? new Date(now().earliestMs).toISOString() : null,
      highestVersion,
    }),
  }
}

function elapsedAtStart(kept: LeaseFile | undefined, isFirstStart: boolean, uptimeMs: number, wallMs: number): number {
  if (kept === undefined) return isFirstStart ? 0 : Infinity
  if (kept.elapsedMs === null) return Infinity
  const byWallMs = Math.max(0, wallMs - Date.parse(kept.savedAt))
  return kept.elapsedMs + Math.max(byWallMs, onSince(kept, uptimeMs))
}

/** How long the machine has been on since `kept` was written, at least: it may have been restarted in between. */
function onSince(kept: LeaseFile, uptimeMs: number): number {
  return uptimeMs >= kept.uptimeMs ? uptimeMs - kept.uptimeMs : uptimeMs
}

function provenEarlier(kept: LeaseFile | undefined, uptimeMs: number): number | undefined {
  if (kept === undefined || kept.provenAt === null) return undefined
  return Date.parse(kept.provenAt) + onSince(kept, uptimeMs)
}
