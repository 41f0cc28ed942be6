import type { RequestView } from './request-view.ts'

/** A request of which the prison has said nothing. */
export const nothingYet = {
  receivedAt: null,
  dueAt: null,
  remindedAt: null,
  events: [],
  order: null,
  page: null,
  rejection: null,
  needsYou: false,
  refusedFollowUps: [],
  isWithdrawPending: false,
  isRemindPending: false,
  canWithdraw: false,
  canRemind: false,
  canConfirmAgain: false,
  isOnlyHere: true,
  receipt: null,
} as const satisfies Partial<RequestView>
