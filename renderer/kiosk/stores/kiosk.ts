import type { LiveView } from '#renderer/data/live-view.ts'
import type { Account, AccountEntry } from '#shared/contracts/account.ts'
import type { Category, OrderWindow, Product } from '#shared/contracts/catalogue.ts'
import type { NoticeId } from '#shared/contracts/ids.ts'
import type { Notice } from '#shared/contracts/notice.ts'
import type { Person } from '#shared/contracts/person.ts'
import type { StoreApi } from 'zustand'
import type { CartState } from './cart-store.ts'
import type { Entrance } from './entrance.ts'
import type { KioskActions } from './kiosk-actions.ts'
import type { MedicalDraftState } from './medical-draft-store.ts'
import type { RequestView } from './request-view.ts'
import type { WebState } from './web-store.ts'

/** What everybody at this terminal may see. */
export interface PublicViews {
  readonly categories: LiveView<readonly Category[]>
  readonly products: LiveView<readonly Product[]>
  readonly windows: LiveView<readonly OrderWindow[]>
  readonly notices: LiveView<readonly Notice[]>
}

/** What is the signed-in inmate's. Made at sign-in for that inmate alone, closed and gone at sign-out. */
export interface PersonalViews {
  readonly person: Person
  readonly requests: LiveView<readonly RequestView[]>
  /** Null: the prison has not sent an account. */
  readonly account: LiveView<Account | null>
  readonly accountEntries: LiveView<readonly AccountEntry[]>
  readonly noticesRead: LiveView<ReadonlySet<NoticeId>>
}

/** Everything the screens stand on. `startKiosk` makes the real one behind an `Entrance`; a test makes one over a fake bridge. */
export interface Kiosk extends Entrance {
  readonly cart: StoreApi<CartState>
  readonly medicalDraft: StoreApi<MedicalDraftState>
  readonly web: StoreApi<WebState>
  readonly personal: StoreApi<PersonalViews | null>
  readonly shared: PublicViews
  readonly actions: KioskActions
  readonly markNoticeRead: (id: NoticeId) => void
}
