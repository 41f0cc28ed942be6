import { createStore, type StoreApi } from 'zustand'

/** Where one can be. `requestId` opens one of the requests; the other places open at their beginning. */
export type Route =
  | { readonly place: 'home' | 'canteen' | 'medical' | 'account' | 'web' }
  | { readonly place: 'requests'; readonly requestId?: string }
  | { readonly place: 'notices'; readonly noticeId?: string }
export type Place = Route['place']

/** The six services, in the order of the rail and of the home page. */
export const services = ['canteen', 'medical', 'requests', 'account', 'notices', 'web'] as const
export type Service = (typeof services)[number]

export interface NavigationState {
  readonly route: Route
  /** Counts every move, also to the same place: pressing "Canteen" in the canteen starts it afresh. */
  readonly visit: number
  readonly went: (route: Route) => void
}

/**
 * The kiosk has no addresses: nobody can type one, bookmark one or be sent to one. Where one is, is plain state,
 * made anew for every session.
 */
export function createNavigation(): StoreApi<NavigationState> {
  return createStore<NavigationState>(set => ({
    route: { place: 'home' },
    visit: 0,
    went: route => set(state => ({ route, visit: state.visit + 1 })),
  }))
}
