import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { JournalRecord } from '../journal/journal.ts'
import { liveRecords } from '#shared/journal/live-records.ts'
import type { OpenedJournal } from '../operations/kept-journal.ts'

/** A journal in memory that keeps what the true one keeps. While it is broken it takes nothing. */
export interface FakeJournal extends OpenedJournal {
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
    recovery: { damaged: 0 },
    close: async () => undefined,
    append: async records => {
      if (journal.broken) throw new GuichetError('JOURNAL_UNAVAILABLE', 'the disk failed')
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
