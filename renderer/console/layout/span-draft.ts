import { toInstant } from './to-instant.ts'

/** How long something is to hold: as chosen, before it is an instant. */
export interface SpanDraft {
  readonly begins: 'now' | 'later'
  readonly from: string
  readonly ends: 'open' | 'hour' | 'hours' | 'set'
  readonly until: string
}

export const openSpan: SpanDraft = { begins: 'now', from: '', ends: 'open', until: '' }

const HOUR_MS = 3_600_000
export const HOURS = 4

/** The instants a draft means; `undefined` while it is not whole, `'past'` where it makes no sense. */
export function readSpan(draft: SpanDraft, timeZone: string, nowMs: number) {
  const from = draft.begins === 'now' ? null : toInstant(draft.from, timeZone)
  if (from === undefined) return undefined
  const beginMs = from === null ? nowMs : Date.parse(from)
  const until = endOf(draft, timeZone, beginMs)
  if (until === undefined) return undefined
  if (until !== null && Date.parse(until) <= Math.max(beginMs, nowMs)) return 'past'
  return { from, until }
}

function endOf({ ends, until }: SpanDraft, timeZone: string, beginMs: number): string | null | undefined {
  if (ends === 'open') return null
  if (ends === 'set') return toInstant(until, timeZone)
  // To the full minute, so that a choice that rests stays the same order.
  const endMs = beginMs + (ends === 'hour' ? 1 : HOURS) * HOUR_MS
  return new Date(Math.ceil(endMs / 60_000) * 60_000).toISOString()
}
