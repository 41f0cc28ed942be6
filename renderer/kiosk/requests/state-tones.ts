import type { StateTone } from '#renderer/ui/display/state-tone.ts'
import type { RequestStanding } from '../stores/request-view.ts'

/** How each standing looks: four states one can tell apart at a glance, and one for what is over. */
export const stateTones: Readonly<Record<RequestStanding, StateTone>> = {
  recorded: 'recorded',
  sent: 'underway',
  received: 'received',
  'in-hand': 'received',
  prepared: 'received',
  delivered: 'closed',
  answered: 'received',
  withdrawn: 'closed',
  cancelled: 'closed',
  'needs-you': 'needsYou',
}
