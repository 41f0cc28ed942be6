import type { OpenState } from '#shared/contracts/closure.ts'
import type { ConfirmInput } from './confirm.ts'

type Kind = ConfirmInput['intent']['kind']

/** What each kind of intent is closed with. Taking one's own request back is never closed. */
const closedWith: Record<Kind, 'canteen' | 'medical' | 'requests' | null> = {
  'canteen.order': 'canteen',
  'medical.appointment': 'medical',
  'web.page-request': 'requests',
  'request.remind': 'requests',
  'request.withdraw': null,
}

/** Whether an intent of this kind may be recorded. */
export function isOpenFor(kind: Kind, state: OpenState): boolean {
  const service = closedWith[kind]
  return service === null || state[service] === null
}
