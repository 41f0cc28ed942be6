import type { SyncStatus } from '#renderer/data/sync-status.ts'

/** What the frame says about the line. Instants are ISO 8601, UTC. */
export interface LineState {
  /** `not-recognised`: the server answers and does not know this terminal; a technician has to look. */
  readonly line: 'starting' | 'connected' | 'no-connection' | 'not-recognised'
  /** `waiting` is for the line or because the server asked to; `idle` is the pause between two rounds. */
  readonly doing: 'idle' | 'sending' | 'fetching' | 'waiting'
  /** Operations of everybody at this terminal that the prison has not answered yet. */
  readonly waiting: number
  readonly lastContactAt: string | null
  readonly nextTryAt: string | null
  /** The browser database takes no writes (disk full): what is confirmed is kept by the journal alone. */
  readonly isDegraded: boolean
  /** Whether this terminal ever received its copy: if not, an empty list only means "not fetched yet". */
  readonly hasCopy: boolean
}

/** Without a line no page of the web can be opened or followed, whatever one had there. */
export function isCut(line: LineState['line']): boolean {
  return line === 'no-connection' || line === 'not-recognised'
}

export const lineAtStart: LineState = {
  line: 'starting',
  doing: 'waiting',
  waiting: 0,
  lastContactAt: null,
  nextTryAt: null,
  isDegraded: false,
  hasCopy: false,
}

/** The loop's status in the words of the frame. */
export function toLineState({ line, doing, lastContactMs, nextTryMs }: SyncStatus): Partial<LineState> {
  return { line, doing, lastContactAt: toInstant(lastContactMs), nextTryAt: toInstant(nextTryMs) }
}

function toInstant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
