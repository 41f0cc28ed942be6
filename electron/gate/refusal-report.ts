import { REFUSAL_REPORT_LIMIT, type RefusalCount } from '#shared/contracts/refusals.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { AskServer, LineAnswer } from '../line/terminal-line.ts'

/** Kinds of refusal kept apart at once. A page that makes up addresses fills no more than this. */
const MOST_KINDS = 1000
const REPORT_EVERY_MS = 3 * 60 * 1000
const LONGEST_WAIT_MS = 30 * 60 * 1000

/** One refusal as it is counted: everything but the day and how often. */
export type CountedRefusal = Omit<RefusalCount, 'day' | 'count'>

export interface RefusalReport {
  readonly add: (refusal: CountedRefusal) => void
  /** A good time to report, if none is being waited for. */
  readonly visitEnded: () => void
}

export interface RefusalReportParts {
  readonly ask: AskServer
  /** The prison's day; `undefined` where none is known, and then nothing is counted. */
  readonly day: () => string | undefined
  readonly later: (run: () => void, delayMs: number) => void
  /** The server will never take these: they are dropped. */
  readonly onDropped: (dropped: number) => void
  /** From 0 to 1. Terminals that lost their line together do not come back together. */
  readonly random: () => number
}

/**
 * Tells the server what this terminal's gate refused, so that a technician can see what a site needs or a person tries.
 *
 *  - In memory only, and bounded: beyond that what is refused is counted without its address.
 *  - What the server rejects for good is dropped, and said so: a report is a measure, and must not stand before the next.
 *  - A few minutes after the first and at the end of a visit; while the server does not answer, ever less often.
 */
export function createRefusalReport(parts: RefusalReportParts): RefusalReport {
  const { ask, day, later, onDropped, random } = parts
  const counted = new Map<string, RefusalCount>()
  let failures = 0
  let isPlanned = false
  let isSending = false

  const plan = (delayMs: number): void => {
    if (isPlanned) return
    isPlanned = true
    later(() => {
      isPlanned = false
      void send()
    }, delayMs)
  }
  const send = async (): Promise<void> => {
    if (isSending || counted.size === 0) return
    isSending = true
    const sent = [...counted].slice(0, REFUSAL_REPORT_LIMIT)
    const body = JSON.stringify({ refusals: sent.map(([, refusal]) => refusal) })
    const answer = await ask({ method: 'POST', path: terminalRoutes.refusals, body, hearsRejection: true })
    isSending = false
    failures = answer.status === 'answered' ? 0 : failures + 1
    if (answer.status === 'answered') {
      forget(counted, sent)
      if (answer.httpStatus >= 400) onDropped(sent.reduce((sum, [, { count }]) => sum + count, 0))
    }
    if (counted.size > 0) plan(failures === 0 ? REPORT_EVERY_MS : waitMs(answer, failures, random()))
  }
  return {
    add: refusal => {
      const today = day()
      if (today === undefined) return
      addTo(counted, { day: today, ...refusal, count: 1 })
      plan(REPORT_EVERY_MS)
    },
    visitEnded: () => {
      if (failures === 0) void send()
    },
  }
}

function addTo(counted: Map<string, RefusalCount>, refusal: RefusalCount): void {
  const key = JSON.stringify(refusal)
  const known = counted.get(key)
  if (known !== undefined) counted.set(key, { ...known, count: known.count + 1 })
  else if (counted.size < MOST_KINDS || refusal.host === '') counted.set(key, refusal)
  else
    addTo(counted, {
      day: refusal.day,
      reason: refusal.reason,
      host: '',
      path: '',
      method: '',
      type: 'other',
      count: 1,
    })
}

/** What came while the report was on its way stays. */
function forget(counted: Map<string, RefusalCount>, sent: readonly (readonly [string, RefusalCount])[]): void {
  for (const [key, { count }] of sent) {
    const now = counted.get(key)
    if (now === undefined || now.count <= count) counted.delete(key)
    else counted.set(key, { ...now, count: now.count - count })
  }
}

function waitMs(answer: LineAnswer, failures: number, random: number): number {
  const asked = answer.status === 'busy' ? (answer.retryAfterMs ?? 0) : 0
  const grown = Math.min(LONGEST_WAIT_MS, REPORT_EVERY_MS * 2 ** Math.min(failures, 8))
  return Math.max(asked, grown * (0.5 + random / 2))
}
