import type { GuichetDatabase } from './database.ts'
import { withinTime } from './within-time.ts'

const OPEN_LIMIT_MS = 5000

/**
 * Opens the browser database; one that cannot be opened is deleted and made anew, because all of it can be
 * had again: operations from the journal, the rest from the prison. Answers false when even that fails: the
 * kiosk then works from memory and journal.
 */
export async function openDatabase(db: GuichetDatabase, limitMs = OPEN_LIMIT_MS): Promise<boolean> {
  if ((await withinTime(db.open(), limitMs)) === 'done') return true
  db.close({ disableAutoOpen: false })
  await withinTime(db.delete({ disableAutoOpen: false }), limitMs)
  return (await withinTime(db.open(), limitMs)) === 'done'
}
