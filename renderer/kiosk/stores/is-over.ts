import type { RequestStanding } from './request-view.ts'

const over: ReadonlySet<RequestStanding> = new Set(['delivered', 'answered', 'withdrawn', 'cancelled'])

/** Whether nothing more will happen to it. */
export function isOver(state: RequestStanding): boolean {
  return over.has(state)
}
