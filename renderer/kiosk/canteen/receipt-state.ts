import type { StateTone } from '#renderer/ui/display/state-tone.ts'
import type { RequestStanding } from '../stores/request-view.ts'

/** The words for a state on the receipt: keys of `canteen.receipt`. */
export type ReceiptTitle =
  | 'recorded'
  | 'sent'
  | 'received'
  | 'inHand'
  | 'prepared'
  | 'delivered'
  | 'withdrawn'
  | 'cancelled'
  | 'parked'
  | 'asked'
export type ReceiptText = 'recordedText' | 'recordedOffline' | 'sentText' | 'receivedText' | 'over'

export interface ReceiptState {
  readonly title: ReceiptTitle
  readonly text: ReceiptText | null
  readonly tone: StateTone
  /** How many of the four steps (recorded, received, packed, delivered) lie behind; null where they no longer lead on. */
  readonly stepsDone: 1 | 2 | 3 | 4 | null
}

export interface ReceiptFacts {
  readonly standing: RequestStanding
  /** It was not refused: the prison asks whether it stands at the new price. */
  readonly isPriceRise: boolean
  readonly isConnected: boolean
}

const states: Readonly<Record<Exclude<RequestStanding, 'recorded'>, ReceiptState>> = {
  sent: { title: 'sent', text: 'sentText', tone: 'underway', stepsDone: 1 },
  received: { title: 'received', text: 'receivedText', tone: 'received', stepsDone: 2 },
  'in-hand': { title: 'inHand', text: 'receivedText', tone: 'received', stepsDone: 2 },
  answered: { title: 'inHand', text: 'receivedText', tone: 'received', stepsDone: 2 },
  prepared: { title: 'prepared', text: null, tone: 'received', stepsDone: 3 },
  delivered: { title: 'delivered', text: null, tone: 'received', stepsDone: 4 },
  withdrawn: { title: 'withdrawn', text: 'over', tone: 'closed', stepsDone: null },
  cancelled: { title: 'cancelled', text: 'over', tone: 'closed', stepsDone: null },
  'needs-you': { title: 'parked', text: null, tone: 'needsYou', stepsDone: null },
}

/** What the receipt says of an order: never more than is known to be true. */
export function evaluateReceipt({ standing, isPriceRise, isConnected }: ReceiptFacts): ReceiptState {
  if (standing === 'needs-you' && isPriceRise) return { ...states[standing], title: 'asked' }
  if (standing !== 'recorded') return states[standing]
  return { title: 'recorded', text: isConnected ? 'recordedText' : 'recordedOffline', tone: 'recorded', stepsDone: 1 }
}
