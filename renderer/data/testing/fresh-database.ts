import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { onTestFinished } from 'vitest'
import { GuichetDatabase } from '../database.ts'

// Without a browser, Dexie answers no live query unless it is told of one storage at least.
Dexie.dependencies.indexedDB = new IDBFactory()

/** A browser's storage of its own. Two databases over one of these are the same data, as before and after a restart. */
export function createBrowserStorage() {
  const storage = { indexedDB: new IDBFactory(), IDBKeyRange }
  return {
    storage,
    open: (): GuichetDatabase => {
      const db = new GuichetDatabase('guichet', storage)
      onTestFinished(() => db.close())
      return db
    },
  }
}

/** One fresh database a test, closed when the test is over. */
export function freshDatabase(): GuichetDatabase {
  return createBrowserStorage().open()
}
