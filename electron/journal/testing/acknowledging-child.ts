import { writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { sealingKeySchema } from '#shared/contracts/configuration.ts'
import { loadStorageKey } from '../storage-key.ts'
import { MIN_CAPACITY_BYTES, openJournal } from '../journal.ts'
import { sampleKeys } from '#shared/journal/testing/sample-keys.ts'
import { operation, operationId, settled } from '#shared/journal/testing/sample-records.ts'

/*
 * A process that lives on a journal until it is killed. It says on its standard output, one line each, what it is about
 * to do (`settling 7`) and what was answered (`recorded 12`, `settled 7`).
 */

const [folder = '', first = '0', recoveryKey = ''] = process.argv.slice(2)
const keys = {
  ...sampleKeys,
  storageKey: await loadStorageKey(dirname(folder)),
  recoveryKey: sealingKeySchema.parse(JSON.parse(recoveryKey)),
}
const AT_ONCE = 3
const KEPT_OPEN = 12

function say(word: 'recorded' | 'settled' | 'settling', n: number): void {
  writeSync(1, `${word} ${n}\n`)
}

const journal = await openJournal({ folder, capacityBytes: MIN_CAPACITY_BYTES, keys, now: () => new Date() })
const heldIds = new Set(journal.records().map(({ payload }) => JSON.stringify(payload).slice(7, 43)))
const open = Array.from({ length: Number(first) }, (_value, n) => n).filter(n => heldIds.has(operationId(n)))

async function recordOne(n: number): Promise<void> {
  await journal.append([operation(n, 'x'.repeat((n * 97) % 700))])
  say('recorded', n)
  open.push(n)
}

async function settleOne(): Promise<void> {
  const n = open.shift()
  if (n === undefined) return
  say('settling', n)
  await journal.append([settled(n, 'applied')])
  say('settled', n)
}

for (let n = Number(first); ; n += AT_ONCE) {
  const work = Array.from({ length: AT_ONCE }, (_value, place) => recordOne(n + place))
  while (open.length > KEPT_OPEN) work.push(settleOne())
  await Promise.all(work)
}
