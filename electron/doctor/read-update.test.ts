import { expect, test } from 'vitest'
import { readUpdate } from './read-update.ts'

const since = '2026-11-20T03:00:00.000Z'

type Notes = Parameters<typeof readUpdate>[0]
const notes = (changes: Partial<Notes> = {}): Notes => ({
  result: () => Promise.resolve(undefined),
  installed: () => Promise.resolve(undefined),
  failed: () => Promise.resolve([]),
  postponed: () => Promise.resolve(undefined),
  offered: () => Promise.resolve(undefined),
  ...changes,
})
const nothing = { running: '0.2.0', failed: null, offered: null }
const settled = { version: '0.2.0', why: 'not healthy after 3 starts' }
const later = { version: '0.3.0', why: 'not healthy after 3 starts' }
const refused = { version: '0.3.0', outcome: 'refused', why: 'not signed by the release key' } as const
const offered = { version: '0.3.0', since }

test.each([
  ['nothing is noted', {}, nothing],
  ['it runs by now', { failed: async () => [settled], offered: async () => ({ version: '0.2.0', since }) }, nothing],
  [
    'it was gone back from',
    { failed: async () => [settled, later] },
    { ...nothing, failed: { ...later, how: 'went-back' } },
  ],
  ['it is put off', { postponed: async () => later }, { ...nothing, failed: { ...later, how: 'put-off' } }],
  [
    'root would not have it',
    { result: async () => refused },
    { ...nothing, failed: { version: '0.3.0', why: refused.why, how: 'refused' } },
  ],
  ['it is not here yet', { offered: async () => offered }, { ...nothing, offered: { ...offered, isInstalled: false } }],
  [
    'it is ready',
    { offered: async () => offered, installed: async () => '0.3.0' },
    { ...nothing, offered: { ...offered, isInstalled: true } },
  ],
] satisfies [string, Partial<Notes>, unknown][])('where %s', async (_what, changes, expected) => {
  expect(await readUpdate(notes(changes), '0.2.0')).toEqual(expected)
})

test('a program without a version of its own has no updates', async () => {
  expect(await readUpdate(notes(), 'from a checkout')).toBeNull()
})
