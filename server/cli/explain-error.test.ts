import { mkdtemp, open, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { writeFileDurably } from '../keys/write-file-durably.ts'
import { explainError } from './explain-error.ts'

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.unreachable('it worked'),
    (error: unknown) => error,
  )
}

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-explain-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('a file that is not there is named in one line, without a trace', async () => {
  const path = join(await aFolder(), 'cells.csv')
  expect(explainError(await errorOf(open(path)))).toEqual({
    code: 1,
    lines: [`${path}: there is no such file or folder. (ENOENT)`],
  })
})

test('a folder that is not there is said with the name the file was given', async () => {
  const path = join(await aFolder(), 'nowhere', 'key.json')
  const { lines } = explainError(await errorOf(writeFileDurably(path, '')))
  expect(lines).toEqual([`${path}: there is no such file or folder. (ENOENT)`])
})

test('an address that the machine does not have is said so', async () => {
  const listening = new Promise((resolve, reject) => {
    createServer()
      .once('error', reject)
      .listen(0, '192.0.2.1', () => {
        resolve(undefined)
      })
  })
  const { lines } = explainError(await errorOf(listening))
  expect(lines).toEqual(['This machine does not have the address 192.0.2.1. (EADDRNOTAVAIL)'])
})

test('a value on its own is refused without an empty name before it', () => {
  const { error } = z.string().min(2, 'too short').safeParse('')
  expect(explainError(error)).toEqual({ code: 2, lines: ['too short'] })
  const named = z.object({ hours: z.number('no number') }).safeParse({ hours: 'x' })
  expect(explainError(named.error)).toEqual({ code: 2, lines: ['hours: no number'] })
})

test('a fault of the program keeps its trace', () => {
  const error = new TypeError('x is not a function')
  expect(explainError(error)).toEqual({ code: 1, lines: [error.stack] })
})
