import * as fc from 'fast-check'
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withRecoveryKey } from '#shared/journal/data-key.ts'
import { scanFile } from '#shared/journal/file-scan.ts'
import { journalFileNames } from '#shared/journal/journal-files.ts'
import type { JournalRecord } from '#shared/journal/journal-record.ts'
import { liveRecords } from '#shared/journal/live-records.ts'
import { recover } from '#shared/journal/recovery.ts'
import { sampleKeys, sampleRecoveryPair } from '#shared/journal/testing/sample-keys.ts'
import { importOpeningKey } from '#shared/sealing/sealing-key-pair.ts'
import { operationId } from '#shared/journal/testing/sample-records.ts'
import { MIN_CAPACITY_BYTES, openJournal } from './journal.ts'
import { buildScript } from '../testing/build-script.ts'
import { loadStorageKey } from './storage-key.ts'

const ROUNDS = 25
const MOST_LINES = 250

let folder = ''
let childPath = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-kill-'))
  childPath = await buildScript(fileURLToPath(new URL('testing/acknowledging-child.ts', import.meta.url)), folder)
})
afterAll(() => rm(folder, { recursive: true }))

/** What the children said, over all rounds. */
const said = { recorded: new Set<number>(), settling: new Set<number>(), settled: new Set<number>() }

/** What this process was told when it tried to open the journal of a living child. */
const refusals: unknown[] = []

async function open() {
  const keys = { ...sampleKeys, storageKey: await loadStorageKey(folder) }
  return openJournal({
    folder: join(folder, 'journal'),
    capacityBytes: MIN_CAPACITY_BYTES,
    keys,
    now: () => new Date(),
  })
}

/** What the prison would get back from this disk, as it lies there now. */
async function readAsPrison(): Promise<readonly JournalRecord[]> {
  const openDataKey = withRecoveryKey(await importOpeningKey(sampleRecoveryPair))
  const [first, second] = journalFileNames.map(name => readFile(join(folder, 'journal', name)))
  const scans = [
    await scanFile((await first) ?? Buffer.alloc(0), openDataKey),
    await scanFile((await second) ?? Buffer.alloc(0), openDataKey),
  ] as const
  return recover(scans, liveRecords).records
}

/** Runs a child from operation `first` on, sees that it holds the folder, and kills it, without warning, when it has said `lineCount` things. */
async function liveAndDie(first: number, lineCount: number): Promise<void> {
  const args = [childPath, join(folder, 'journal'), String(first), JSON.stringify(sampleKeys.recoveryKey)]
  const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  let lines = 0
  for await (const line of createInterface(child.stdout)) {
    const [word = '', n = ''] = line.split(' ')
    if (word === 'recorded' || word === 'settling' || word === 'settled') said[word].add(Number(n))
    lines += 1
    if (lines === 1) await open().catch((error: unknown) => refusals.push(error))
    if (lines === lineCount) child.kill('SIGKILL')
  }
  expect(await gone).toEqual([null, 'SIGKILL'])
}

test(
  'a process killed at any moment loses nothing it was answered, keeps nothing twice and leaves no lock; the prison reads the same',
  { timeout: 120_000 },
  async () => {
    let first = 0
    for (const lineCount of fc.sample(fc.integer({ min: 1, max: MOST_LINES }), ROUNDS)) {
      await liveAndDie(first, lineCount)
      const ofPrison = await readAsPrison()
      const journal = await open()
      expect(ofPrison).toEqual(journal.records())
      const seqs = journal.records().map(({ seq }) => seq)
      const ids = journal.records().map(({ payload }) => JSON.stringify(payload).slice(7, 43))
      await journal.close()

      expect(seqs).toEqual([...new Set(seqs)].toSorted((left, right) => left - right))
      expect(ids).toEqual([...new Set(ids)])
      const mustBeThere = [...said.recorded].filter(n => !said.settling.has(n)).map(operationId)
      expect(ids).toEqual(expect.arrayContaining(mustBeThere))
      const mustBeGone = new Set([...said.settled].map(operationId))
      expect(ids.filter(id => mustBeGone.has(id))).toEqual([])
      expect(journal.recovery.damaged).toBe(0)
      // Unanswered operations may be there; nobody may be given their ids.
      first = Math.max(first, ...said.recorded) + 10
    }
    expect(said.settled.size).toBeGreaterThan(0)
    expect(refusals).toMatchObject(Array.from({ length: ROUNDS }, () => ({ code: 'JOURNAL_IN_USE' })))
  },
)
