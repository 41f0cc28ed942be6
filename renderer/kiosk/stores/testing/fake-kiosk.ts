import type { LiveView } from '#renderer/data/live-view.ts'
import { everythingOpen, type OpenState } from '#shared/contracts/closure.ts'
import type { Account, AccountEntry } from '#shared/contracts/account.ts'
import type { Category, OrderWindow, Product } from '#shared/contracts/catalogue.ts'
import { type NoticeId, operationIdSchema } from '#shared/contracts/ids.ts'
import type { Notice } from '#shared/contracts/notice.ts'
import type { Person } from '#shared/contracts/person.ts'
import { createStore } from 'zustand'
import type { CartState } from '../cart-store.ts'
import type { KioskActions } from '../kiosk-actions.ts'
import type { Kiosk } from '../kiosk.ts'
import type { LineState } from '../line-store.ts'
import type { MedicalDraftState } from '../medical-draft-store.ts'
import type { OpenStateHeld } from '../open-state-store.ts'
import type { RequestView } from '../request-view.ts'
import type { SessionState } from '../session-store.ts'
import type { WebState } from '../web-store.ts'

/** What a screen test says about its kiosk; everything left out is empty, connected and well. */
export interface FakeKioskFacts {
  readonly person?: Person | null
  readonly categories?: readonly Category[]
  readonly products?: readonly Product[]
  readonly windows?: readonly OrderWindow[]
  readonly notices?: readonly Notice[]
  readonly requests?: readonly RequestView[]
  readonly account?: Account | null
  readonly accountEntries?: readonly AccountEntry[]
  readonly noticesRead?: readonly NoticeId[]
  readonly session?: Partial<SessionState>
  readonly line?: Partial<LineState>
  /** What is closed, and the maintenance. */
  readonly openState?: Partial<OpenState>
  readonly cart?: Partial<CartState>
  readonly medicalDraft?: Partial<MedicalDraftState>
  readonly web?: Partial<WebState>
  readonly actions?: Partial<KioskActions>
  readonly markNoticeRead?: Kiosk['markNoticeRead']
  readonly nowMs?: number
  readonly loadService?: Kiosk['loadService']
}

const anOperationId = operationIdSchema.parse('01900000-0000-7000-8000-000000000001')
const recorded = async () => ({ status: 'recorded', operationId: anOperationId }) as const
const nothing = () => undefined
const nothingLater = async () => undefined

/** A view that knows its answer and never changes it. */
export function settledView<Value>(value: Value): LiveView<Value> {
  return { getSnapshot: () => value, subscribe: () => nothing, close: nothing }
}

/** A kiosk of plain values for component tests: no bridge, no database, no sync. Wrap the screen in `KioskProvider`. */
export function createFakeKiosk(facts: FakeKioskFacts = {}): Kiosk {
  const { person = null, nowMs = Date.parse('2026-03-02T10:00:00Z') } = facts
  return {
    ...fakeStores(facts),
    personal: createStore(() => (person === null ? null : personalViews(person, facts))),
    shared: {
      categories: settledView(facts.categories ?? []),
      products: settledView(facts.products ?? []),
      windows: settledView(facts.windows ?? []),
      notices: settledView(facts.notices ?? []),
    },
    actions: {
      confirmOrder: recorded,
      confirmMedical: recorded,
      askForPage: recorded,
      withdraw: recorded,
      remind: recorded,
      confirmAgain: recorded,
      discardParked: async () => true,
      ...facts.actions,
    },
    markNoticeRead: facts.markNoticeRead ?? nothing,
    now: () => nowMs,
    loadService: facts.loadService ?? (async () => () => null),
  }
}

function personalViews(person: Person, facts: FakeKioskFacts) {
  return {
    person,
    requests: settledView(facts.requests ?? []),
    account: settledView(facts.account ?? null),
    accountEntries: settledView(facts.accountEntries ?? []),
    noticesRead: settledView<ReadonlySet<NoticeId>>(new Set(facts.noticesRead)),
  }
}

function fakeStores(
  facts: FakeKioskFacts,
): Pick<Kiosk, 'session' | 'line' | 'openState' | 'cart' | 'medicalDraft' | 'web'> {
  const { person = null } = facts
  return {
    session: createStore<SessionState>(set => ({
      terminal: undefined,
      people: person === null ? [] : [person],
      person,
      language: person?.language ?? 'en',
      waitUntilMs: null,
      lastEnd: null,
      signIn: async () => ({ status: 'signed-in' }),
      signOut: nothingLater,
      chooseLanguage: language => set({ language }),
      personActed: nothing,
      ...facts.session,
    })),
    line: createStore<LineState>(() => ({
      line: 'connected',
      doing: 'idle',
      waiting: 0,
      lastContactAt: null,
      nextTryAt: null,
      isDegraded: false,
      hasCopy: true,
      ...facts.line,
    })),
    openState: createStore<OpenStateHeld>(() => ({
      known: { ...everythingOpen, ...facts.openState },
      refresh: nothingLater,
    })),
    cart: createStore<CartState>(set => ({
      items: [],
      review: null,
      quantityChanged: (productId, quantity) =>
        set(({ items = [] }) => ({
          items: [...items.filter(item => item.productId !== productId), { productId, quantity }].filter(
            item => item.quantity > 0,
          ),
          review: null,
        })),
      cleared: () => set({ items: [], review: null }),
      reviewOpened: (windowId, lines) => set({ review: { operationId: anOperationId, windowId, lines } }),
      reviewClosed: () => set({ review: null }),
      ...facts.cart,
    })),
    medicalDraft: createStore<MedicalDraftState>(set => ({
      draft: null,
      begin: () => set({ draft: { operationId: anOperationId, step: 0, content: {} } }),
      change: patch =>
        set(({ draft }) => ({
          draft: {
            operationId: anOperationId,
            step: patch.step ?? draft?.step ?? 0,
            content: { ...draft?.content, ...patch.content },
          },
        })),
      discard: () => set({ draft: null }),
      ...facts.medicalDraft,
    })),
    web: createStore<WebState>(() => ({
      sites: [],
      page: null,
      failure: null,
      refreshSites: nothingLater,
      open: nothingLater,
      place: nothingLater,
      back: nothingLater,
      start: nothingLater,
      close: nothingLater,
      ...facts.web,
    })),
  }
}
