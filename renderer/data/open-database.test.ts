import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, onTestFinished, test } from 'vitest'
import { GuichetDatabase } from './database.ts'
import { openDatabase } from './open-database.ts'
import { freshDatabase } from './testing/fresh-database.ts'
import { anEntry } from './testing/sample-rows.ts'

/** The browser's storage where opening does what `open` says the first times it is asked. */
function troubled(open: (own: IDBFactory['open'], times: number) => IDBFactory['open'], factory = new IDBFactory()) {
  const own = factory.open.bind(factory)
  let times = 0
  factory.open = (...asked) => {
    times += 1
    return open(own, times)(...asked)
  }
  const db = new GuichetDatabase('guichet', { indexedDB: factory, IDBKeyRange })
  onTestFinished(() => db.close())
  return db
}

test('opens', async () => {
  expect(await openDatabase(freshDatabase())).toBe(true)
})

test('a database that cannot be opened is made anew', async () => {
  const factory = new IDBFactory()
  const before = new GuichetDatabase('guichet', { indexedDB: factory, IDBKeyRange })
  await before.outbox.put(anEntry(1))
  before.close()
  const db = troubled(
    (own, times) =>
      times > 1
        ? own
        : () => {
            throw new Error('corrupt')
          },
    factory,
  )
  expect(await openDatabase(db)).toBe(true)
  expect(await db.outbox.count()).toBe(0)
})

test('a database that never answers is given up after its limit', async () => {
  const db = troubled(() => () => ({}) as IDBOpenDBRequest)
  expect(await openDatabase(db, 20)).toBe(false)
})
