import { expect, test } from 'vitest'
import { applyChanges } from './apply-changes.ts'
import { checkRows } from './check-rows.ts'
import type { OutboxEntry } from './rows.ts'
import { freshDatabase } from './testing/fresh-database.ts'
import { coffee, sugar } from './testing/sample-operations.ts'
import { anEntry, aProduct } from './testing/sample-rows.ts'

const aCopy = {
  status: 'answered' as const,
  cursor: 'AAAA',
  more: false,
  restarted: true,
  changes: [coffee, sugar].map(id => ({ entity: 'product' as const, key: id, value: aProduct(id) })),
}

test('leaves readable rows and the cursor alone', async () => {
  const db = freshDatabase()
  await applyChanges(db, aCopy)
  await checkRows(db)
  expect(await db.products.count()).toBe(2)
  expect(await db.meta.get('sync')).toMatchObject({ cursor: 'AAAA' })
})

test('deletes a mirror row of another version, and asks for a full copy', async () => {
  const db = freshDatabase()
  await applyChanges(db, aCopy)
  await db.table('products').update(coffee, { 'value.colour': 'brown' })
  await checkRows(db)
  expect((await db.products.toArray()).map(({ key }) => key)).toEqual([sugar])
  expect(await db.meta.get('sync')).toMatchObject({ cursor: null, hasCopy: true })
})

test('deletes an outbox entry that cannot be read, for the journal to bring back', async () => {
  const db = freshDatabase()
  await db.outbox.bulkPut([anEntry(1), { ...anEntry(2), state: 'lost' as OutboxEntry['state'] }])
  await checkRows(db)
  expect((await db.outbox.toArray()).map(({ seq }) => seq)).toEqual([1])
})
