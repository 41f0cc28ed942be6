import type { InmateId } from '#shared/contracts/ids.ts'
import type { Carried } from '#shared/policy/budget.ts'
import { type BudgetBook, createBudgetBook, type Place, usedPercent } from './budget-book.ts'
import type { BudgetFile } from './budget-file.ts'
import { createWriteBehind } from './write-behind.ts'

/** What one person carries out to sites in a visit. */
export interface VisitBudget {
  /** As `BudgetBook.spend`. Never waits for the disk. */
  readonly spend: (siteId: string, carried: Carried, address?: string) => boolean
  readonly usedPercent: (siteId: string) => number
  readonly close: () => void
}

/** What the people of this terminal carried out to sites today. */
export interface DayBudgets {
  readonly open: (inmateId: InmateId, siteId: string) => VisitBudget
}

export interface DayBudgetParts {
  /** What an earlier run left. */
  readonly kept: BudgetFile | undefined
  readonly write: (file: BudgetFile) => Promise<void>
  /** The prison's day; `undefined` where none is known, and then the day stays what it was. */
  readonly today: () => string | undefined
  readonly later: (run: () => void, delayMs: number) => void
  readonly onNotWritten: (error: unknown) => void
}

/** How long a count may be in memory alone. */
const WRITE_AFTER_MS = 1000
/** What lies on the disk beyond the count while a visit is open: a twentieth of the day's use. */
const MARGIN: Carried = { query: 400, path: 5_000 }

/**
 * The kiosk's own count of budgets, before the gateway's, which is the authority.
 *
 *  - Nothing on the way of a request waits for the disk: a count is written within a second, and at once where it has
 *    outgrown what lies there.
 *  - What is written during a visit is more than what was counted, so that pulling the plug never wins anything back;
 *    at the visit's end it is exact again.
 *  - Another day begins with nothing, and forgets the one before.
 *
 * Held by `day-budgets.test.ts`.
 */
export function createDayBudgets(parts: DayBudgetParts): DayBudgets {
  const { kept, write, later, onNotWritten } = parts
  const open = new Map<string, Place>()
  let current: BudgetBook | undefined
  let onDisk: BudgetFile | undefined
  const book = (): BudgetBook => {
    const day = parts.today() ?? current?.day ?? kept?.day ?? '1970-01-01'
    if (current?.day !== day) current = createBudgetBook(day, kept)
    return current
  }
  const writeAll = (): Promise<void> => {
    onDisk = book().page([...open.values()], MARGIN)
    return write(onDisk)
  }
  const disk = createWriteBehind({ write: writeAll, later, delayMs: WRITE_AFTER_MS, onNotWritten })
  const touch = (place: Place) => open.set(`${place.inmateId} ${place.siteId}`, place)
  const spend = (place: Place, carried: Carried, address?: string): boolean => {
    const today = book()
    const before = today.spent(place)
    const fits = today.spend(place, carried, address)
    if (today.spent(place) === before) return fits
    touch(place)
    disk[isCovered(onDisk, place, today.spent(place)) ? 'changed' : 'changedNow']()
    return fits
  }
  return {
    open: (inmateId, openedId) => {
      touch({ inmateId, siteId: openedId })
      disk.changedNow()
      return {
        spend: (siteId, carried, address) => spend({ inmateId, siteId }, carried, address),
        usedPercent: siteId => usedPercent(book().spent({ inmateId, siteId })),
        close: () => {
          open.clear()
          disk.changed()
        },
      }
    },
  }
}

function isCovered(file: BudgetFile | undefined, { inmateId, siteId }: Place, { query, path }: Carried): boolean {
  const found = file?.accounts.find(one => one.inmateId === inmateId && one.siteId === siteId)
  return found !== undefined && query <= found.spent.query && path <= found.spent.path
}
