import type { LoopState } from './next-step.ts'

/** Instants are milliseconds since the epoch. */
export interface SyncStatus {
  readonly line: LoopState['line']
  readonly doing: 'idle' | 'sending' | 'fetching' | 'waiting'
  readonly lastContactMs: number | null
  readonly nextTryMs: number | null
}

/** What the loop is doing, in the words of the screen. */
export function toSyncStatus(
  { line, activity }: LoopState,
  { nowMs, lastContactMs }: { readonly nowMs: number; readonly lastContactMs: number | null },
): SyncStatus {
  if (activity.do !== 'wait') return { line, doing: doing[activity.do], lastContactMs, nextTryMs: null }
  const isPause = activity.because === 'pause'
  return { line, doing: isPause ? 'idle' : 'waiting', lastContactMs, nextTryMs: nowMs + activity.ms }
}

const doing = { push: 'sending', pull: 'fetching', probe: 'waiting' } as const
