import type { Journal, JournalRecord } from '../journal/journal.ts'
import { liveRecords } from '../journal/live-records.ts'

/** A journal in memory that keeps what the true one keeps. `break` makes the next appends fail. */
export interface FakeJournal extends Pick<Journal, 'append' | 'records'> {
  readonly appends: (readonly JournalRecord[])[]
  broken: boolean
}

export function createFakeJournal(): FakeJournal {
  let live: readonly JournalRecord[] = []
  let seq = 0
  const journal: FakeJournal = {
    appends: [],
    broken: false,
    records: () => live,
    append: async records => {
      if (journal.broken) throw new Error('the disk is full')
      const written = records.map(({ type, payload }): JournalRecord => {
        seq += 1
        return { seq, at: '2026-11-22T10:00:00.000Z', type, payload: JSON.parse(JSON.stringify(payload)) as unknown }
      })
      journal.appends.push(written)
      live = liveRecords([...live, ...written])
      return written
    },
  }
  return journal
}
