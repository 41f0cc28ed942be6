import type { AccountEntry } from '#shared/contracts/account.ts'

export interface AccountEntryView extends AccountEntry {
  /** What could be ordered with right after this movement. */
  readonly balanceCents: number
}

export interface AccountView {
  /** The prison's own figures, as of the last contact. */
  readonly availableCents: number
  readonly heldCents: number
  /** Orders recorded on this terminal that the prison has not received yet, at the prices seen. */
  readonly recordedHereCents: number
  /** `availableCents` less `recordedHereCents`; below zero when more was recorded than is there. */
  readonly leftCents: number
  /** Newest first. */
  readonly entries: readonly AccountEntryView[]
}
