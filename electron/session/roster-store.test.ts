import type { Person } from '#shared/contracts/person.ts'
import type { Change } from '#shared/contracts/sync.ts'
import { expect, test } from 'vitest'
import { amara, bilal, rosterEntry } from '../testing/sample-operations.ts'
import { createRosterStore, rosterFileSchema, type RosterFile } from './roster-store.ts'

const put = (person: Person): Change => ({
  entity: 'person',
  key: person.inmateId,
  value: rosterEntry(person, `$argon2id$${person.number}`),
})
const gone = (person: Person): Change => ({ entity: 'person', key: person.inmateId, value: null })

function roster(kept?: RosterFile) {
  const disk: RosterFile[] = []
  const present: string[][] = []
  const write = async (file: RosterFile) => {
    disk.push(rosterFileSchema.parse(JSON.parse(JSON.stringify(file))))
  }
  const store = createRosterStore({ kept, write, onChange: ids => present.push([...ids]) })
  return { store, disk, present }
}

test('names people by number, without their verifiers', async () => {
  const { store } = roster()
  await store.apply([put(amara), put(bilal)])
  expect(store.people()).toEqual([bilal, amara])
})

test('finds by number', async () => {
  const { store } = roster()
  await store.apply([put(amara)])
  expect(store.find('4711')).toEqual({ ...amara, pinVerifier: '$argon2id$4711' })
  expect(store.find('999')).toBeUndefined()
})

test('a person who moved away is gone', async () => {
  const { store, present } = roster()
  await store.apply([put(amara), put(bilal)])
  await store.apply([gone(amara)])
  expect(store.people()).toEqual([bilal])
  expect(present.at(-1)).toEqual([bilal.inmateId])
})

test('a full copy drops what was not in it', async () => {
  const { store } = roster()
  await store.apply([put(amara), put(bilal)])
  await store.keepOnly(new Set([amara.inmateId]))
  expect(store.people()).toEqual([amara])
})

test('is on the disk before it counts', async () => {
  const { disk } = roster()
  const failing = createRosterStore({
    kept: undefined,
    write: () => Promise.reject(new Error('disk')),
    onChange: () => disk.push(),
  })
  await expect(failing.apply([put(amara)])).rejects.toThrow('disk')
  expect(failing.people()).toEqual([])
})

test('is there again after a restart', async () => {
  const first = roster()
  await first.store.apply([put(amara)])
  expect(roster(first.disk.at(-1)).store.people()).toEqual([amara])
})
