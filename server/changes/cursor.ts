import { z } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'

/** A place in the change feed of one epoch: everything up to and including it was pulled. */
export interface Place {
  readonly epoch: string
  /** A 64-bit transaction id, as digits. */
  readonly xid: string
  readonly seq: number
}

const placeSchema = z.strictObject({
  epoch: z.uuid(),
  // The database's ids have 64 bits; nineteen digits always fit.
  xid: z.string().regex(/^\d{1,19}$/),
  seq: z.int().min(0),
})

/** The place before every change. */
export function beginningOf(epoch: string): Place {
  return { epoch, xid: '0', seq: 0 }
}

export function encodeCursor({ epoch, xid, seq }: Place): string {
  return Buffer.from(JSON.stringify({ epoch, xid, seq })).toString('base64url')
}

/** Throws `PULL_CURSOR_UNKNOWN` for anything `encodeCursor` did not make: the terminal then starts over. */
export function decodeCursor(cursor: string): Place {
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch (error) {
    throw new GuichetError('PULL_CURSOR_UNKNOWN', 'not a cursor of this server', { cause: error })
  }
}

/** Whether the first transaction id is above the second. */
export function isLater(xid: string, than: string): boolean {
  return BigInt(xid) > BigInt(than)
}
