import { expect, test } from 'vitest'
import type { GuichetDatabase } from './database.ts'
import { startOutbox } from './start-outbox.ts'
import { FakeBridge } from './testing/fake-bridge.ts'
import { createBrowserStorage, freshDatabase } from './testing/fresh-database.ts'
import { aReceipt, anOrder, operationId } from './testing/sample-operations.ts'
import { anEntry } from './testing/sample-rows.ts'

const start = async (db: GuichetDatabase, bridge: FakeBridge) =>
  startOutbox({ db, bridge, now: () => Date.parse('2026-03-02T10:00:00Z'), onDegraded: () => undefined })
const holding = (...numbers: readonly number[]): FakeBridge => {
  const bridge = new FakeBridge()
  for (const n of numbers) bridge.journal.set(operationId(n), { operation: anOrder(n), verdict: null })
  return bridge
}

test('what was added is there after a restart', async () => {
  const { open } = createBrowserStorage()
  const bridge = holding(1)
  const { outbox } = await start(open(), bridge)
  await outbox.add(anOrder(1))
  await outbox.sent([operationId(1)])
  const restarted = await start(open(), bridge)
  expect(restarted.outbox.getSnapshot().entries).toMatchObject([{ operation: anOrder(1), state: 'sent' }])
})

test('is rebuilt from the journal, in order, when the browser database is gone', async () => {
  const { outbox } = await start(freshDatabase(), holding(2, 1, 3))
  expect(outbox.getSnapshot().entries.map(({ operation }) => operation.id)).toEqual([2, 1, 3].map(operationId))
})

test('what was rebuilt is in the browser database again', async () => {
  const db = freshDatabase()
  await start(db, holding(1, 2))
  expect(await db.outbox.count()).toBe(2)
})

test('gives the journal back what it lost', async () => {
  const db = freshDatabase()
  await db.outbox.put(anEntry(1))
  const bridge = new FakeBridge()
  await start(db, bridge)
  expect(bridge.journal.has(operationId(1))).toBe(true)
})

test('settles what was settled just before the power went', async () => {
  const db = freshDatabase()
  await db.outbox.put(anEntry(1))
  const bridge = new FakeBridge()
  const receipt = aReceipt(anOrder(1))
  bridge.journal.set(operationId(1), {
    operation: anOrder(1),
    verdict: { status: 'applied', operationId: operationId(1), receipt },
  })
  const { outbox } = await start(db, bridge)
  expect(outbox.getSnapshot()).toMatchObject({ entries: [], received: [{ receipt }] })
  expect(await db.outbox.count()).toBe(0)
})

test('goes on with the browser database when the journal cannot be read', async () => {
  const db = freshDatabase()
  await db.outbox.put(anEntry(1))
  const bridge = new FakeBridge()
  bridge.overrides = {
    'journal:read': () => {
      throw new Error('gone')
    },
  }
  const { outbox } = await start(db, bridge)
  expect(outbox.getSnapshot().entries).toHaveLength(1)
})

test('a database that is closed for good leaves the outbox to memory and journal', async () => {
  const db = freshDatabase()
  db.close()
  let isDegraded = false
  const { outbox } = await startOutbox({
    db,
    bridge: holding(1),
    now: () => 0,
    onDegraded: now => (isDegraded = now),
  })
  await outbox.add(anOrder(2))
  expect(outbox.getSnapshot().entries).toHaveLength(2)
  expect(isDegraded).toBe(true)
})
