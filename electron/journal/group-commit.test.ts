import { expect, test } from 'vitest'
import { createGroupCommit } from './group-commit.ts'

/** A commit that ends when the test says so. */
function controlledCommit() {
  const started: (readonly number[])[] = []
  const ends: (() => void)[] = []
  const commits = createGroupCommit<number>(items => {
    started.push(items)
    return new Promise(resolve => {
      ends.push(resolve)
    })
  })
  return { commits, started, endOne: () => ends.shift()?.() }
}

test('what is added in one turn is committed together, in order', async () => {
  const { commits, started, endOne } = controlledCommit()
  for (const item of [1, 2, 3]) commits.add(item)
  await expect.poll(() => started).toEqual([[1, 2, 3]])
  endOne()
  await commits.idle()
})

test('what is added during a commit waits for it, and goes together', async () => {
  const { commits, started, endOne } = controlledCommit()
  commits.add(1)
  await expect.poll(() => started).toEqual([[1]])
  commits.add(2)
  commits.add(3)
  expect(started).toEqual([[1]])

  endOne()
  await expect.poll(() => started).toEqual([[1], [2, 3]])
  endOne()
  await commits.idle()
})

test('it is idle before anything was added, and takes more after it was idle', async () => {
  const seen: number[] = []
  const commits = createGroupCommit<number>(async items => void seen.push(...items))
  await commits.idle()
  commits.add(1)
  await commits.idle()
  commits.add(2)
  await commits.idle()
  expect(seen).toEqual([1, 2])
})
