import type { StateTone } from '#renderer/ui/display/state-tone.ts'
import type { LineState } from '../stores/line-store.ts'

/** The one word the frame has for the line. The keys are those of `frame.line` and `frame.panel.doing`. */
export type LineWord = 'connected' | 'sending' | 'offline' | 'busy' | 'maintenance' | 'refused' | 'unknown'

/** Chooses it: what the person can do about it, or has to know, comes before what is merely going on. */
export function lineWord({ line, doing }: Pick<LineState, 'line' | 'doing'>, isWorkedOn: boolean): LineWord {
  if (line === 'not-recognised') return 'refused'
  if (isWorkedOn) return 'maintenance'
  if (line === 'no-connection') return 'offline'
  if (line === 'starting') return 'unknown'
  if (doing === 'waiting') return 'busy'
  return doing === 'sending' ? 'sending' : 'connected'
}

export const lineTones: Readonly<Record<LineWord, StateTone>> = {
  connected: 'received',
  sending: 'underway',
  offline: 'recorded',
  busy: 'recorded',
  maintenance: 'recorded',
  refused: 'needsYou',
  unknown: 'closed',
}
