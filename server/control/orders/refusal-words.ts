import type { OrderRefusal } from '#shared/directive/apply-order.ts'

/** Why an order makes no sense now, for who gave it. */
export const refusalWords: Readonly<Record<OrderRefusal, string>> = {
  'ends-before-it-begins': 'It would end before it begins.',
  'already-over': 'Its end has passed already.',
  'closing-unknown': 'That closing is not in force: it was taken back, has ended, or never was.',
  'too-many-closings': 'Too much is closed one by one. Close something wider, or reopen something.',
  'maintenance-under-way': 'A maintenance is under way already. End or abort it first.',
  'no-maintenance': 'No maintenance is planned or under way.',
}
