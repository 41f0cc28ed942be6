import { type InmateId, inmateIdSchema } from '#shared/contracts/ids.ts'
import type { Language } from '#shared/contracts/language.ts'
import { must } from '#shared/errors/must.ts'
import { stableId, stableNumber } from '../stable-id.ts'
import { type PersonRow, wingA, wingB } from './names.ts'
import type { SampleCell } from './places.ts'

export interface SampleInmate {
  readonly id: InmateId
  /** Five digits, as printed on the door card. */
  readonly number: string
  readonly givenName: string
  readonly familyName: string
  readonly language: Language
  /** In clear only because nobody real uses it: a server stores verifiers. */
  readonly pin: string
  readonly cellId: string
}

/** Numbers that look scattered, as real ones do. 7919 has no factor in common with 90000, so none comes twice. */
function doorCardNumber(index: number): string {
  return String(10_000 + ((4_242 + index * 7_919) % 90_000))
}

/** Four to six digits. */
function samplePin(number: string): string {
  const length = stableNumber(`pin length:${number}`, 4, 6)
  return Array.from({ length }, (_, place) => stableNumber(`pin:${number}:${place}`, 0, 9)).join('')
}

/** Everyone who lives in `cells`, filled in the order of the tables of names. */
export function createInmates(cells: readonly SampleCell[]): readonly SampleInmate[] {
  const places = cells.flatMap(cell => Array.from({ length: cell.capacity }, () => cell.id))
  return [...wingA, ...wingB].map(([givenName, familyName, language]: PersonRow, index) => {
    const number = doorCardNumber(index)
    return {
      id: inmateIdSchema.parse(stableId(`inmate:${number}`)),
      number,
      givenName,
      familyName,
      language,
      pin: samplePin(number),
      cellId: must(places[index], 'a place in a cell'),
    }
  })
}
