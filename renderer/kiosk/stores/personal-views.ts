import { createDerivedView, createLiveView } from '#renderer/data/create-live-view.ts'
import type { GuichetDatabase } from '#renderer/data/database.ts'
import type { LiveView } from '#renderer/data/live-view.ts'
import type { Outbox } from '#renderer/data/outbox.ts'
import { readAccount, readAccountEntries, readNoticesRead, readRequests } from '#renderer/data/queries.ts'
import type { Person } from '#shared/contracts/person.ts'
import type { PersonalViews, PublicViews } from './kiosk.ts'
import { mergeRequests } from './merge-requests.ts'
import type { RequestView } from './request-view.ts'

export interface OpenedPersonalViews {
  readonly views: PersonalViews
  readonly close: () => void
}

/** One inmate's view of what the terminal knows: every query is narrowed to them where it is asked. */
export function openPersonalViews(
  person: Person,
  { db, outbox, shared }: { readonly db: GuichetDatabase; readonly outbox: Outbox; readonly shared: PublicViews },
): OpenedPersonalViews {
  const { inmateId } = person
  const mirrored = createLiveView(async () => readRequests(db, inmateId), [])
  const requests = createDerivedView<readonly RequestView[]>(
    [mirrored, outbox, shared.products, shared.windows],
    () => {
      const rows = mirrored.getSnapshot()
      const products = shared.products.getSnapshot()
      const windows = shared.windows.getSnapshot()
      if (rows === undefined || products === undefined || windows === undefined) return undefined
      return mergeRequests(inmateId, { requests: rows, products, windows, ...outbox.getSnapshot() })
    },
  )
  const account = createLiveView(async () => readAccount(db, inmateId), null)
  const accountEntries = createLiveView(async () => readAccountEntries(db, inmateId), [])
  const noticesRead = createLiveView(async () => readNoticesRead(db, inmateId), new Set<never>())
  const opened: readonly LiveView<unknown>[] = [requests, mirrored, account, accountEntries, noticesRead]
  return {
    views: { person, requests, account, accountEntries, noticesRead },
    close: () => {
      for (const view of opened) view.close()
    },
  }
}
