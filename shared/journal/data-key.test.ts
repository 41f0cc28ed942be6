import { expect, test } from 'vitest'
import { createSealingKeyPair, importOpeningKey } from '../sealing/sealing-key-pair.ts'
import { holdDataKey, withRecoveryKey, withStorageKey } from './data-key.ts'
import type { FileFacts, FileHeader, HeldDataKey } from './file-header.ts'
import { openAsTerminal, sampleKeys, sampleRecoveryPair } from './testing/sample-keys.ts'

const dataKey = crypto.getRandomValues(new Uint8Array(32))
const facts: FileFacts = {
  version: 2,
  fileId: new TextEncoder().encode('a-random'),
  generation: 4,
  nextSeq: 9,
  copied: 2,
  capacityBytes: 65_536,
}
const held = await holdDataKey(dataKey, facts, sampleKeys)
const header: FileHeader = { ...facts, dataKey: held }
const openAsPrison = withRecoveryKey(await importOpeningKey(sampleRecoveryPair))

test('the terminal opens the key of a file, and the prison does', async () => {
  expect(await openAsTerminal(header)).toEqual(dataKey)
  expect(await openAsPrison(header)).toEqual(dataKey)
})

test('nobody else does', async () => {
  expect(await withStorageKey(new Uint8Array(32))(header)).toBeUndefined()
  const other = await importOpeningKey(await createSealingKeyPair())
  expect(await withRecoveryKey(other)(header)).toBeUndefined()
})

test('both copies have the lengths the header has room for', () => {
  expect([held.wrapped.length, held.sealed.length]).toEqual([60, 113])
})

test.each([
  ['file id', { ...header, fileId: new TextEncoder().encode('another!') }],
  ['generation', { ...header, generation: 5 }],
  ['number', { ...header, nextSeq: 1 }],
  ['size', { ...header, capacityBytes: 4096 }],
  ['prison', { ...header, dataKey: { ...held, prisonId: '00000000-0000-4000-8000-000000000000' } }],
] satisfies [string, FileHeader][])('moved to a header of another %s neither opens', async (_name, moved) => {
  expect(await openAsTerminal(moved)).toBeUndefined()
  expect(await openAsPrison(moved)).toBeUndefined()
})

test.each(['wrapped', 'sealed'] as const)('a changed byte of what is %s does not open', async which => {
  for (const at of [0, 20, held[which].length - 1]) {
    const bytes = Uint8Array.from(held[which])
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const changed: HeldDataKey = { ...held, [which]: bytes }
    const open = which === 'wrapped' ? openAsTerminal : openAsPrison
    expect(await open({ ...header, dataKey: changed })).toBeUndefined()
  }
})

test('the same key is never wrapped or sealed to the same bytes', async () => {
  const again = await holdDataKey(dataKey, facts, sampleKeys)
  expect(again.wrapped).not.toEqual(held.wrapped)
  expect(again.sealed).not.toEqual(held.sealed)
})

test('a file of version 1 has no key', async () => {
  expect(await openAsTerminal({ ...facts, version: 1, dataKey: undefined })).toBeUndefined()
})
