/** What a record says: an operation was confirmed, the server gave its verdict, a person put a parked one away. */
export type RecordType = 'operation' | 'settled' | 'discarded'

/** One line of the journal. Equal to what is on the disk: `payload` is the JSON value read back, never the caller's object. */
export interface JournalRecord {
  /** From 1, strictly increasing, never used again: also not after damage, compaction or a reopening. */
  readonly seq: number
  /** When the record was appended, by the clock of this machine (ISO 8601, UTC). */
  readonly at: string
  readonly type: RecordType
  /** A JSON value; whoever reads it parses it. */
  readonly payload: unknown
}

/** A record that has no number yet. */
export type NewRecord = Pick<JournalRecord, 'type' | 'payload'>

/** Says which records must be kept, in order. Pure; the rest goes at the next compaction. */
export type Retain = (records: readonly JournalRecord[]) => readonly JournalRecord[]
