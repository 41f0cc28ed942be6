import { expect, onTestFinished, test, vi } from 'vitest'
import { createDerivedView, createLiveView } from './create-live-view.ts'
import { readProducts } from './queries.ts'
import { freshDatabase } from './testing/fresh-database.ts'
import { coffee } from './testing/sample-operations.ts'
import { aProduct } from './testing/sample-rows.ts'

const coffeeRow = { key: coffee, generation: 1, value: aProduct() }

test('follows the database', async () => {
  const db = freshDatabase()
  const view = createLiveView(async () => readProducts(db), [])
  onTestFinished(view.close)
  expect(view.getSnapshot()).toBeUndefined()
  await expect.poll(view.getSnapshot).toEqual([])
  await db.products.put(coffeeRow)
  await expect.poll(view.getSnapshot).toEqual([aProduct()])
})

test('keeps its last answer when the database goes away', async () => {
  const db = freshDatabase()
  await db.products.put(coffeeRow)
  const view = createLiveView(async () => readProducts(db), [])
  onTestFinished(view.close)
  await expect.poll(view.getSnapshot).toEqual([aProduct()])
  db.close()
  expect(view.getSnapshot()).toEqual([aProduct()])
})

test('a closed view shows nothing', async () => {
  const db = freshDatabase()
  const view = createLiveView(async () => readProducts(db), [])
  await expect.poll(view.getSnapshot).toEqual([])
  view.close()
  expect(view.getSnapshot()).toBeUndefined()
})

test('a derived view changes with what it stands on, and once closed no more', () => {
  let tell = (): void => undefined
  let number = 1
  const source = {
    subscribe: (listener: () => void) => {
      tell = listener
      return () => {
        tell = () => undefined
      }
    },
  }
  const view = createDerivedView([source], () => number * 2)
  expect(view.getSnapshot()).toBe(2)
  number = 2
  tell()
  expect(view.getSnapshot()).toBe(4)
  view.close()
  tell()
  expect(view.getSnapshot()).toBeUndefined()
})

test('without an answer it says after a while what stands for "unavailable"', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const view = createLiveView<readonly string[]>(async () => new Promise(stays), [])
  onTestFinished(view.close)
  await vi.advanceTimersByTimeAsync(9999)
  expect(view.getSnapshot()).toBeUndefined()
  await vi.advanceTimersByTimeAsync(1)
  expect(view.getSnapshot()).toEqual([])
})

function stays(): void {
  // A database that never answers.
}
