import type { StateDocument } from './state-document.ts'

/**
 * When what is open may next change by itself, in milliseconds since the epoch: the first beginning or end after `nowMs` of
 * a closing or of a planned maintenance. `undefined`: never.
 */
export function nextChangeMs(
  document: Pick<StateDocument, 'closings' | 'maintenance'>,
  nowMs: number,
): number | undefined {
  const spans = document.maintenance === null ? document.closings : [...document.closings, document.maintenance]
  const ahead = spans
    .flatMap(({ from, until }) => [from, until])
    .filter(instant => instant !== null)
    .map(instant => Date.parse(instant))
    .filter(ms => ms > nowMs)
  return ahead.length === 0 ? undefined : Math.min(...ahead)
}
