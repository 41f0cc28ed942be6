import { type Change, changeSchema, type Entity } from '#shared/contracts/sync.ts'
import type { Transaction } from '../database/open-database.ts'
import type { FeedRow } from './read-feed.ts'
import { loadAccountEntries, loadAccounts, loadPeople } from './values/load-personal.ts'
import {
  loadCategories,
  loadNotices,
  loadOrderWindows,
  loadPrisons,
  loadProducts,
  loadWebPolicies,
} from './values/load-published.ts'
import { loadRequests } from './values/load-requests.ts'

type Load = (transaction: Transaction, keys: readonly string[]) => Promise<ReadonlyMap<string, Change['value']>>

const loaders: Readonly<Record<Entity, Load>> = {
  prison: loadPrisons,
  person: loadPeople,
  'web-policy': loadWebPolicies,
  category: loadCategories,
  product: loadProducts,
  window: loadOrderWindows,
  notice: loadNotices,
  account: loadAccounts,
  'account-entry': loadAccountEntries,
  request: loadRequests,
}

/**
 * The rows of a page as they now are, in the page's order, with one query for each kind of thing among them.
 *
 * A row that is gone, or that points at nothing any more, is a tombstone.
 */
export async function loadValues(transaction: Transaction, rows: readonly FeedRow[]): Promise<Change[]> {
  const present = rows.filter(row => !row.is_gone)
  const values = new Map<Entity, ReadonlyMap<string, Change['value']>>()
  for (const entity of new Set(present.map(row => row.entity))) {
    const keys = present.filter(row => row.entity === entity).map(row => row.key)
    values.set(entity, await loaders[entity](transaction, keys))
  }
  return rows.map(({ entity, key, is_gone }) => {
    const value = is_gone ? null : (values.get(entity)?.get(key) ?? null)
    return changeSchema.parse({ entity, key, value })
  })
}
