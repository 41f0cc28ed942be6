import { PIECE_BYTES, type UpdateOffer } from '#shared/update/update-offer.ts'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AskServer } from '../line/terminal-line.ts'
import { downloadUpdate } from './download-update.ts'

const whole = Buffer.alloc(PIECE_BYTES * 2 + 500, 'update')
const offer: UpdateOffer = {
  version: '0.3.0',
  attempt: 1,
  size: whole.length,
  sha256: createHash('sha256').update(whole).digest('hex'),
  hours: null,
}

let folder: string
let asked: number[]
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-download-'))
  asked = []
})
afterEach(() => rm(folder, { recursive: true }))

/** A server that has `file`, and answers so many pieces before the line breaks. */
function serving(file: Buffer, pieces = Infinity): AskServer {
  return async ({ path: address }) => {
    const offset = Number(new URL(address, 'https://prison.test').searchParams.get('offset'))
    asked.push(offset)
    if (asked.length > pieces) return { status: 'unreachable', mayHaveArrived: false }
    const data = file.subarray(offset, offset + PIECE_BYTES).toString('base64')
    return { status: 'answered', httpStatus: 200, body: { data } }
  }
}
const GIB = 1024 ** 3
const download = (ask: AskServer, wanted = offer, free = GIB) => {
  const freeBytes = () => Promise.resolve(free)
  return downloadUpdate({ ask, folder, architecture: 'x64', freeBytes, pause: () => Promise.resolve() }, wanted)
}

test('brings the whole file', async () => {
  const file = await download(serving(whole))
  expect(whole.equals(await readFile(file ?? ''))).toBe(true)
  expect(asked).toEqual([0, PIECE_BYTES, PIECE_BYTES * 2])
})

test('goes on where the line broke', async () => {
  expect(await download(serving(whole, 1))).toBeUndefined()
  asked = []
  expect(await download(serving(whole))).toBeDefined()
  expect(asked).toEqual([PIECE_BYTES, PIECE_BYTES * 2])
})

test('a whole file is not fetched twice', async () => {
  await download(serving(whole))
  asked = []
  expect(await download(serving(whole))).toBeDefined()
  expect(asked).toEqual([])
})

test('takes no more than was said', async () => {
  expect(await download(serving(Buffer.concat([whole, whole])))).toBeUndefined()
})

test('another file than was said is removed', async () => {
  await expect(download(serving(Buffer.alloc(whole.length, 'x')))).rejects.toMatchObject({ code: 'UPDATE_REFUSED' })
  expect(await readdir(path.join(folder, 'spool'))).toEqual([])
})

test('what is left of another version goes', async () => {
  await download(serving(whole, 1))
  await download(serving(whole, 0), { ...offer, version: '0.4.0' })
  expect(await readdir(path.join(folder, 'spool'))).toEqual([`0.4.0-${offer.sha256.slice(0, 16)}.part`])
})

test('nothing is begun where the disk could become full', async () => {
  await expect(download(serving(whole), offer, GIB / 5)).rejects.toThrow('there is no room')
  expect(asked).toEqual([])
})

test('an answer that is no piece ends it', async () => {
  const ask: AskServer = async () => ({ status: 'answered', httpStatus: 200, body: { data: '?', more: 1 } })
  expect(await download(ask)).toBeUndefined()
})
