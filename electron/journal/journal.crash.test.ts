import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { JournalRecord, NewRecord } from '#shared/journal/journal-record.ts'
import type { Journal } from './journal.ts'
import { liveRecords } from '#shared/journal/live-records.ts'
import { noLock, openSimulated } from './testing/open-simulated.ts'
import { discarded, operation, settled } from '#shared/journal/testing/sample-records.ts'
import { type Fate, SimulatedDisk } from './testing/simulated-disk.ts'

class PowerCut extends Error {}

/** Lets the power go after `callsLeft` more calls. */
function cutAfter(disk: SimulatedDisk, callsLeft: number): void {
  let left = callsLeft
  disk.beforeCall = () => {
    left -= 1
    if (left < 0) throw new PowerCut()
  }
}

/** Whether `work` ended because the power went. Any other failure is thrown on. */
async function hasDied(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return false
  } catch (error) {
    if (error instanceof GuichetError && error.cause instanceof PowerCut) return true
    throw error
  }
}

/** A life of a journal that begins three fresh files: long operations, verdicts of both kinds, a putting away, a reopening. */
const appends: readonly (readonly NewRecord[])[] = Array.from({ length: 20 }, (_value, index) => {
  const n = index * 2
  const older = n - 6
  return [
    operation(n, 'x'.repeat(4000)),
    operation(n + 1),
    ...(older >= 0 ? [settled(older, 'applied'), settled(older + 1, 'rejected')] : []),
    ...(older >= 4 ? [discarded(older - 3)] : []),
  ]
})

interface Life {
  /** Everything that was answered, in order. */
  readonly answered: JournalRecord[]
  /** What was under way when the power went. */
  inFlight: readonly NewRecord[]
}

async function live(disk: SimulatedDisk, life: Life): Promise<void> {
  const half = appends.length / 2
  await appendAll(await openSimulated(disk, { lock: noLock }), appends.slice(0, half), life)
  await appendAll(await openSimulated(disk, { lock: noLock }), appends.slice(half), life)
}

async function appendAll(journal: Journal, groups: readonly (readonly NewRecord[])[], life: Life): Promise<void> {
  for (const group of groups) {
    life.inFlight = group
    life.answered.push(...(await journal.append(group)))
    life.inFlight = []
  }
  await journal.close()
}

/** Whether the journal holds what was answered, and of what was under way any part, and nothing else, and nothing twice. */
function isFaithful(records: readonly JournalRecord[], { answered, inFlight }: Life): boolean {
  const nextSeq = (answered.at(-1)?.seq ?? 0) + 1
  const possible = inFlight.map((record, place) => ({ ...record, seq: nextSeq + place, at: '' }))
  const found = records.map(({ seq, type, payload }) => ({ seq, type, payload }))
  return subsetsOf(possible).some(part => {
    const expected = liveRecords([...answered, ...part]).map(({ seq, type, payload }) => ({ seq, type, payload }))
    return isDeepStrictEqual(found, expected)
  })
}

function subsetsOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: 2 ** items.length }, (_value, mask) =>
    items.filter((_item, bit) => (mask & (1 << bit)) !== 0),
  )
}

async function recordsAfter(disk: SimulatedDisk): Promise<readonly JournalRecord[]> {
  const journal = await openSimulated(disk, { lock: noLock })
  await journal.close()
  return journal.records()
}

test.each([
  ['nothing unsynced', 'none'],
  ['everything unsynced', 'all'],
  ['all but the first unsynced write', (write: number) => write > 0],
  ['every second sector of what was unsynced', (write: number, sector: number) => (write + sector) % 2 === 0],
] satisfies [string, Fate][])(
  'keeps every acknowledged record when the machine dies after any call and %s reached the disk',
  { timeout: 90_000 },
  async (_name, fate) => {
    for (let callsLeft = 0; ; callsLeft += 1) {
      const life: Life = { answered: [], inFlight: [] }
      const disk = new SimulatedDisk()
      cutAfter(disk, callsLeft)
      const isDead = await hasDied(live(disk, life))
      const records = await recordsAfter(disk.afterPowerCut(fate))
      expect({ callsLeft, isFaithful: isFaithful(records, life) }).toEqual({ callsLeft, isFaithful: true })
      if (!isDead) break
    }
  },
)

test(
  'keeps every acknowledged record when power goes again during the recovery, torn anywhere',
  { timeout: 90_000 },
  async () => {
    const randomFate = fc.infiniteStream(fc.boolean()).map(
      (kept): Fate =>
        () =>
          kept.next().value === true,
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(120), fc.nat(14), randomFate, randomFate, async (firstCut, secondCut, first, second) => {
        const life: Life = { answered: [], inFlight: [] }
        const disk = new SimulatedDisk()
        cutAfter(disk, firstCut)
        await hasDied(live(disk, life))

        const again = disk.afterPowerCut(first)
        cutAfter(again, secondCut)
        await hasDied(openSimulated(again, { lock: noLock }))

        expect(isFaithful(await recordsAfter(again.afterPowerCut(second)), life)).toBe(true)
      }),
      { numRuns: 150 },
    )
  },
)
