import { createLiveView } from '#renderer/data/create-live-view.ts'
import type { GuichetDatabase } from '#renderer/data/database.ts'
import { readCategories, readNotices, readProducts, readWindows } from '#renderer/data/queries.ts'
import type { PublicViews } from './kiosk.ts'

/** What everybody at this terminal may see. */
export function openPublicViews(db: GuichetDatabase): PublicViews {
  return {
    categories: createLiveView(async () => readCategories(db), []),
    products: createLiveView(async () => readProducts(db), []),
    windows: createLiveView(async () => readWindows(db), []),
    notices: createLiveView(async () => readNotices(db), []),
  }
}
