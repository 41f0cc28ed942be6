import { parseHttpDateMs } from './parse-http-date.ts'

/** No server is believed when it sends a terminal away for longer than this. */
const LONGEST_MS = 60 * 60 * 1000

/**
 * Reads `Retry-After` (RFC 9110 §10.2.3): whole seconds, or a date that is compared with the answer's own `Date`, since
 * the terminal's clock may be wrong. `null` where nothing usable is said.
 */
export function parseRetryAfterMs(header: string | undefined, date: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null
  if (/^\s*[0-9]{1,9}\s*$/.test(header)) return Math.min(Number(header) * 1000, LONGEST_MS)
  const thenMs = parseHttpDateMs(header)
  if (thenMs === undefined) return null
  return Math.min(Math.max(0, thenMs - (parseHttpDateMs(date) ?? nowMs)), LONGEST_MS)
}
