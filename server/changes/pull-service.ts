import type { PullResponse } from '#shared/contracts/sync.ts'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Database } from '../database/open-database.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { loadValues } from './load-values.ts'
import { readFeed } from './read-feed.ts'

export interface PullService {
  /** The next page for a terminal: all it may have, from the beginning, where it brings no cursor. */
  pull(terminalId: TerminalId, cursor: string | undefined): Promise<PullResponse>
}

/** Answers pulls, each from one snapshot: the place, the rows and their values belong together. */
export function createPullService(database: Database): PullService {
  return {
    async pull(terminalId, cursor) {
      const after = cursor === undefined ? undefined : decodeCursor(cursor)
      const snapshot = database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
      return snapshot.execute(async transaction => {
        const { rows, place, more } = await readFeed(transaction, terminalId, after)
        return { cursor: encodeCursor(place), more, changes: await loadValues(transaction, rows) }
      })
    },
  }
}
