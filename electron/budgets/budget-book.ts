import type { InmateId } from '#shared/contracts/ids.ts'
import { type BudgetLimits, type Carried, defaultBudgetLimits, evaluateBudget } from '#shared/policy/budget.ts'
import { hash } from 'node:crypto'
import { type BudgetFile, MOST_ACCOUNTS, MOST_ADDRESSES } from './budget-file.ts'

/** Whose count, and for which site. */
export interface Place {
  readonly inmateId: InmateId
  readonly siteId: string
}

/** The counts of one day. */
export interface BudgetBook {
  readonly day: string
  /**
   * Whether a granted request still fits; if so it is counted. `address` is that of a request for reading, which counts
   * once; left out, it counts each time.
   */
  readonly spend: (place: Place, carried: Carried, address?: string) => boolean
  readonly spent: (place: Place) => Carried
  /** What is to lie on the disk, with `margin` on top of the counts of `places`, never beyond the limits. */
  readonly page: (places: readonly Place[], margin: Carried) => BudgetFile
}

interface Account extends Place {
  spent: Carried
  readonly addresses: Set<string>
}

/** Twelve bytes, four letters for three. */
const HASH_LETTERS = 16
const nothing: Carried = { query: 0, path: 0 }

/** Opens the book of `day`, going on from `kept` where that is of the same day, and forgetting it where it is not. */
export function createBudgetBook(day: string, kept: BudgetFile | undefined): BudgetBook {
  const known = kept?.day === day ? kept.accounts : []
  const accounts = new Map(known.map(account => [nameOf(account), opened(account)]))
  let addresses = known.reduce((sum, account) => sum + account.addresses.length, 0)

  const accountOf = (place: Place): Account | undefined => {
    const name = nameOf(place)
    const found = accounts.get(name)
    if (found !== undefined || accounts.size >= MOST_ACCOUNTS) return found
    const fresh = { ...place, spent: nothing, addresses: new Set<string>() }
    accounts.set(name, fresh)
    return fresh
  }
  const remember = (account: Account, asked: string | undefined): void => {
    if (asked === undefined || addresses >= MOST_ADDRESSES) return
    account.addresses.add(asked)
    addresses += 1
  }
  return {
    day,
    spend: (place, carried, address) => {
      if (carried.query <= 0 && carried.path <= 0) return true
      const account = accountOf(place)
      if (account === undefined) return false
      const asked = address === undefined ? undefined : hashOf(place, day, address)
      if (asked !== undefined && account.addresses.has(asked)) return true
      const decision = evaluateBudget(account.spent, carried)
      if (decision.effect === 'deny') return false
      account.spent = decision.spent
      remember(account, asked)
      return true
    },
    spent: place => accounts.get(nameOf(place))?.spent ?? nothing,
    page: (places, margin) => {
      for (const place of places) accountOf(place)
      const open = new Set(places.map(nameOf))
      return { version: 1, day, accounts: [...accounts].map(([name, one]) => written(one, open.has(name), margin)) }
    },
  }
}

/** How much of the day's use is spent, in whole percent, of whichever part is nearer its end. 100 only when all is. */
export function usedPercent(spent: Carried, limits: BudgetLimits = defaultBudgetLimits): number {
  const share = Math.max(spent.query / limits.query, spent.path / limits.path)
  return share >= 1 ? 100 : Math.min(99, Math.ceil(share * 100))
}

function opened({ inmateId, siteId, spent, addresses }: Written): Account {
  return { inmateId, siteId, spent, addresses: new Set(addresses) }
}

function written({ inmateId, siteId, spent, addresses }: Account, isOpen: boolean, margin: Carried): Written {
  const most = (part: keyof Carried): number =>
    isOpen ? Math.max(spent[part], Math.min(defaultBudgetLimits[part], spent[part] + margin[part])) : spent[part]
  return { inmateId, siteId, spent: { query: most('query'), path: most('path') }, addresses: [...addresses] }
}

type Written = BudgetFile['accounts'][number]

function nameOf({ inmateId, siteId }: Place): string {
  return `${inmateId} ${siteId}`
}

/** Says nothing of the address to who does not know it, and is another one for everybody and every day. */
function hashOf({ inmateId, siteId }: Place, day: string, address: string): string {
  const digest = hash('sha256', `${inmateId}\n${siteId}\n${day}\n${address}`, 'base64url')
  return digest.slice(0, HASH_LETTERS)
}
