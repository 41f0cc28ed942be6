import { createHash } from 'node:crypto'
import type { InmateId } from '#shared/contracts/ids.ts'
import { type Carried, evaluateBudget } from '#shared/policy/budget.ts'
import type { Database } from '../../database/open-database.ts'
import { type BudgetKey, spendInDatabase, type Wish } from './budget-store.ts'

/** One granted request, on its way to its inmate's budget. */
export interface Spending {
  readonly inmateId: InmateId
  readonly siteId: string
  /** `YYYY-MM-DD`, the prison's. */
  readonly day: string
  readonly carried: Carried
  /** The address of a request for reading: asked for again the same day it carries nothing. Left out, it always counts. */
  readonly address?: string
}

/** What inmates carry out to sites, day by day. */
export interface Budgets {
  /** Whether a granted request still fits; if so it is counted. Rejects where it could not be counted: then it may not go out. */
  readonly spend: (spending: Spending) => Promise<boolean>
}

type Spend = (key: BudgetKey, wishes: readonly Wish[]) => Promise<readonly boolean[]>

const HASH_BYTES = 16
const REMEMBERED_BUDGETS = 500
const REMEMBERED_ADDRESSES = 5000

interface Waiting {
  readonly wish: Wish
  readonly resolve: (fits: boolean) => void
  readonly reject: (error: unknown) => void
}

interface Account {
  readonly key: BudgetKey
  /** Addresses known to be counted already. */
  readonly known: Set<string>
  waiting: Waiting[]
  isBusy: boolean
}

/**
 * Budgets kept in the database, which every server and every helper of an engine counts in: no restart resets them, and
 * no second process doubles them.
 *
 *  - Requests of one inmate to one site that come together are counted together, so that a page is few transactions and
 *    never holds more than one connection.
 *  - An address that was counted before is answered from memory.
 */
export function createBudgets(
  database: Database,
  spend: Spend = (key, wishes) => spendInDatabase(database, key, wishes),
): Budgets {
  const accounts = new Map<string, Account>()
  const accountOf = (key: BudgetKey): Account => {
    const name = `${key.inmateId} ${key.siteId} ${key.day}`
    const account = accounts.get(name) ?? { key, known: new Set(), waiting: [], isBusy: false }
    accounts.delete(name)
    accounts.set(name, account)
    for (const [oldest, { isBusy }] of accounts) {
      if (accounts.size <= REMEMBERED_BUDGETS || isBusy) break
      accounts.delete(oldest)
    }
    return account
  }
  return {
    spend: ({ inmateId, siteId, day, carried, address }) => {
      // What carries nothing is not worth a row.
      if (carried.query <= 0 && carried.path <= 0) return Promise.resolve(true)
      if (evaluateBudget({ query: 0, path: 0 }, carried).effect === 'deny') return Promise.resolve(false)
      const key = { inmateId, siteId, day }
      const account = accountOf(key)
      const hash = address === undefined ? undefined : hashOf(key, address)
      if (hash !== undefined && account.known.has(hash)) return Promise.resolve(true)
      return new Promise((resolve, reject) => {
        account.waiting.push({ wish: { carried, hash }, resolve, reject })
        if (!account.isBusy) void settle(account, spend)
      })
    },
  }
}

/** Settles what waits until nothing does. */
async function settle(account: Account, spend: Spend): Promise<void> {
  account.isBusy = true
  while (account.waiting.length > 0) {
    const batch = account.waiting
    account.waiting = []
    await settleBatch(account, batch, spend)
  }
  account.isBusy = false
}

async function settleBatch({ key, known }: Account, batch: readonly Waiting[], spend: Spend): Promise<void> {
  try {
    const fits = await spend(
      key,
      batch.map(({ wish }) => wish),
    )
    for (const [index, { wish, resolve }] of batch.entries()) {
      if (wish.hash !== undefined && fits[index] === true && known.size < REMEMBERED_ADDRESSES) known.add(wish.hash)
      resolve(fits[index] === true)
    }
  } catch (error) {
    for (const { reject } of batch) reject(error)
  }
}

/** Says nothing of the address to who does not know it, and is another one for everybody and every day. */
function hashOf({ inmateId, siteId, day }: BudgetKey, address: string): string {
  const digest = createHash('sha256')
    .update(
      `${inmateId}
${siteId}
${day}
${address}`,
    )
    .digest()
  return digest.subarray(0, HASH_BYTES).toString('base64url')
}
