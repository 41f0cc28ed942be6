import { personSchema, rosterEntrySchema, type Person, type RosterEntry } from '#shared/contracts/person.ts'
import type { Change } from '#shared/contracts/sync.ts'
import { z } from 'zod'

/** The roster as it lies on the disk, by the key the server gave each line. */
export const rosterFileSchema = z.strictObject({
  version: z.literal(1),
  entries: z.record(z.string(), rosterEntrySchema),
})
export type RosterFile = z.output<typeof rosterFileSchema>

/** Who may sign in on this terminal. */
export interface RosterStore {
  /** By number, without the verifiers. */
  readonly people: () => Person[]
  readonly find: (number: string) => RosterEntry | undefined
  /** Any one verifier, as an example of what they cost. */
  readonly anyVerifier: () => string | undefined
  readonly apply: (changes: readonly Change[]) => Promise<void>
  readonly keepOnly: (keys: ReadonlySet<string>) => Promise<void>
}

export interface RosterStoreParts {
  readonly kept: RosterFile | undefined
  readonly write: (roster: RosterFile) => Promise<void>
  /** Called after every change that is on the disk. */
  readonly onChange: (present: ReadonlySet<string>) => void
}

/** Keeps the roster that was pulled. In memory it is what is on the disk, never ahead of it. */
export function createRosterStore({ kept, write, onChange }: RosterStoreParts): RosterStore {
  let entries: Readonly<Record<string, RosterEntry>> = kept?.entries ?? {}
  const list = () => Object.values(entries)
  const replace = async (next: readonly (readonly [string, RosterEntry])[]) => {
    const replaced = Object.fromEntries(next)
    await write({ version: 1, entries: replaced })
    entries = replaced
    onChange(new Set(list().map(({ inmateId }) => inmateId)))
  }
  return {
    people: () =>
      list()
        .map(toPerson)
        .toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true })),
    find: number => list().find(entry => entry.number === number),
    anyVerifier: () => list()[0]?.pinVerifier,
    apply: changes => {
      const next = new Map(Object.entries(entries))
      for (const change of changes) {
        if (change.entity !== 'person') continue
        if (change.value === null) next.delete(change.key)
        else next.set(change.key, change.value)
      }
      return replace([...next])
    },
    keepOnly: keys => replace(Object.entries(entries).filter(([key]) => keys.has(key))),
  }
}

function toPerson({ inmateId, number, givenName, language }: RosterEntry): Person {
  return personSchema.parse({ inmateId, number, givenName, language })
}
