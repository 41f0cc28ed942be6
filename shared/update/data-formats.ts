import { z } from 'zod'
// As JSON: what packages are made with reads it too, and runs without TypeScript.
import facts from './release-facts.json' with { type: 'json' }

const format = z.int().min(1).max(999)

/**
 * What a version of the kiosk can do with what lies on a terminal, by oldest and newest format it reads and the one it writes
 * while it is on trial. Flat, as the manifest of an update is.
 */
export const dataFormatsSchema = z.strictObject({
  journalOldest: format,
  journalNewest: format,
  journalOnTrial: format,
  databaseOldest: format,
  databaseNewest: format,
  databaseOnTrial: format,
})
export type DataFormats = z.output<typeof dataFormatsSchema>

/**
 * This version's. Held to the journal's and the browser database's own numbers by "names the formats that the code has".
 *
 * A new format comes in two versions: the first reads both and writes the old until it was confirmed; see decision 16.
 */
export const ownDataFormats: DataFormats = facts.formats

/**
 * Whether `next` can be tried over `before`, and undone: it reads what lies there, and what it writes on trial can be read by
 * the one before.
 */
export function canFollow(before: DataFormats, next: DataFormats): boolean {
  return (
    isWithin(before.journalOnTrial, next.journalOldest, next.journalNewest) &&
    isWithin(next.journalOnTrial, before.journalOldest, before.journalNewest) &&
    isWithin(before.databaseOnTrial, next.databaseOldest, next.databaseNewest) &&
    isWithin(next.databaseOnTrial, before.databaseOldest, before.databaseNewest)
  )
}

function isWithin(value: number, from: number, to: number): boolean {
  return from <= value && value <= to
}
