import { types } from 'pg'

type ParseText = (text: string) => unknown

const INT8 = 20
const DATE = 1082

/** A 64-bit integer as a number; throws where a number would no longer be exact. */
function parseBigint(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is not an exact number`)
  return value
}

const ownParsers: ReadonlyMap<number, ParseText> = new Map<number, ParseText>([
  [INT8, parseBigint],
  // A calendar day has no time zone: as a Date it would move with the machine's.
  [DATE, text => text],
])
const driverParser: (oid: number) => ParseText = types.getTypeParser

/** How column texts become values: 64-bit integers exact, days as `YYYY-MM-DD`, instants as `Date`. */
export const columnParsers = {
  getTypeParser: (oid: number): ParseText => ownParsers.get(oid) ?? driverParser(oid),
}
