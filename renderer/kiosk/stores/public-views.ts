import { createLiveView } from '#renderer/data/create-live-view.ts'
import type { GuichetDatabase } from '#renderer/data/database.ts'
import { readCategories, readNotices, readProducts, readWindows } from '#renderer/data/queries.ts'
import type { LiveView } from '#renderer/data/live-view.ts'
import type { PublicViews } from './kiosk.ts'

/** What everybody at this terminal may see. Nothing is read before somebody looks. */
export function openPublicViews(db: GuichetDatabase): PublicViews {
  return {
    categories: whenAsked(() => createLiveView(async () => readCategories(db), [])),
    products: whenAsked(() => createLiveView(async () => readProducts(db), [])),
    windows: whenAsked(() => createLiveView(async () => readWindows(db), [])),
    notices: whenAsked(() => createLiveView(async () => readNotices(db), [])),
  }
}

function whenAsked<Value>(open: () => LiveView<Value>): LiveView<Value> {
  let opened: LiveView<Value> | undefined
  const view = () => (opened ??= open())
  return {
    getSnapshot: () => view().getSnapshot(),
    subscribe: listener => view().subscribe(listener),
    close: () => opened?.close(),
  }
}
