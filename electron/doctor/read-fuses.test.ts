import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readFuses } from './read-fuses.ts'

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const CHUNK_BYTES = 4 * 1024 * 1024

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-fuses-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** A program with its fuses after `offset` bytes of something else. */
async function program(offset: number, wire: readonly number[]): Promise<string> {
  const file = path.join(folder, 'kiosk')
  await writeFile(
    file,
    Buffer.concat([Buffer.alloc(offset, 7), Buffer.from(SENTINEL), Buffer.from(wire), Buffer.alloc(99)]),
  )
  return file
}

const codes = (text: string) => Array.from(Buffer.from(text))

test.each([0, 1000, CHUNK_BYTES - 40, CHUNK_BYTES - 10, CHUNK_BYTES, CHUNK_BYTES + 1])(
  'reads the fuses wherever they lie: after %d bytes',
  async offset => {
    const fuses = await readFuses(await program(offset, [1, 8, ...codes('01000100')]))
    expect(fuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: false,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  },
)

test('a fuse that an older runtime does not have is not said to be shut', async () => {
  expect(await readFuses(await program(10, [1, 2, ...codes('0r')]))).toEqual({
    runAsNode: false,
    enableCookieEncryption: false,
  })
})

test.each([
  ['another schema', [2, 8, ...codes('01000100')]],
  ['more fuses than there can be', [1, 200]],
])('says nothing of %s', async (_what, wire) => {
  expect(await readFuses(await program(10, wire))).toBeNull()
})

test('says nothing of a file without any, or of none', async () => {
  const file = path.join(folder, 'plain')
  await writeFile(file, Buffer.alloc(CHUNK_BYTES + 5))
  expect(await readFuses(file)).toBeNull()
  expect(await readFuses(path.join(folder, 'none'))).toBeNull()
})
