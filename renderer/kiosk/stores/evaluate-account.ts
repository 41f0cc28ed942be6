import type { Account, AccountEntry } from '#shared/contracts/account.ts'
import type { AccountEntryView, AccountView } from './account-view.ts'
import type { RequestView } from './request-view.ts'

/** What orders known from this terminal alone will cost, at the prices seen. */
export function recordedHereCents(requests: readonly RequestView[]): number {
  return requests
    .filter(({ isOnlyHere, state }) => isOnlyHere && state !== 'needs-you')
    .reduce((sum, { order }) => sum + (order?.totalCents ?? 0), 0)
}

/** The account as its inmate reads it: the prison's figures, and apart from them what is still only here. */
export function evaluateAccount(
  account: Account,
  entries: readonly AccountEntry[],
  requests: readonly RequestView[],
): AccountView {
  const onlyHereCents = recordedHereCents(requests)
  return {
    availableCents: account.availableCents,
    heldCents: account.heldCents,
    recordedHereCents: onlyHereCents,
    leftCents: account.availableCents - onlyHereCents,
    entries: withRunningBalance(account, entries),
  }
}

/** Counted back from what is there now, so that it holds also when the terminal has only the newest entries. */
function withRunningBalance(account: Account, entries: readonly AccountEntry[]): readonly AccountEntryView[] {
  let balanceCents = account.availableCents
  return entries.toSorted(newestFirst).map(entry => {
    const view = { ...entry, balanceCents }
    balanceCents -= availableChangeOf(entry)
    return view
  })
}

/** A debit takes what was held before: it was gone from the available money since the hold. */
function availableChangeOf({ kind, amountCents }: AccountEntry): number {
  return kind === 'order-debit' ? 0 : amountCents
}

function newestFirst(a: AccountEntry, b: AccountEntry): number {
  return Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1)
}
