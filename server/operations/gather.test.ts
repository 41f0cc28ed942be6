import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { gather } from './gather.ts'

/** Work whose groups end when the test says so. */
function createBench() {
  const groups: { readonly items: readonly number[]; readonly end: (error?: Error) => void }[] = []
  const work = (items: readonly number[]) =>
    new Promise<readonly string[]>((resolve, reject) => {
      const end = (error?: Error) => (error === undefined ? resolve(items.map(item => `did ${item}`)) : reject(error))
      groups.push({ items, end })
    })
  return { groups, work }
}

const settled = () =>
  new Promise<void>(resolve => {
    setImmediate(resolve)
  })

test('one that comes alone is served at once', async () => {
  const { groups, work } = createBench()
  const served = gather(work, { maxItems: 10, maxRunning: 1, maxWaiting: 100 })([1, 2])
  expect(groups.map(({ items }) => items)).toEqual([[1, 2]])
  groups[0]?.end()
  expect(await served).toEqual(['did 1', 'did 2'])
})

test('those that come meanwhile go together, each with its own results', async () => {
  const { groups, work } = createBench()
  const serve = gather(work, { maxItems: 4, maxRunning: 1, maxWaiting: 100 })
  const all = [serve([1]), serve([2, 3]), serve([4]), serve([5, 6]), serve([7, 8, 9, 10, 11, 12])]
  for (const at of [0, 1, 2, 3]) {
    await settled()
    groups[at]?.end()
  }
  expect(await Promise.all(all)).toEqual([
    ['did 1'],
    ['did 2', 'did 3'],
    ['did 4'],
    ['did 5', 'did 6'],
    ['did 7', 'did 8', 'did 9', 'did 10', 'did 11', 'did 12'],
  ])
  expect(groups.map(({ items }) => items)).toEqual([[1], [2, 3, 4], [5, 6], [7, 8, 9, 10, 11, 12]])
})

test('a group that fails fails its callers, and the next is served', async () => {
  const { groups, work } = createBench()
  const serve = gather(work, { maxItems: 10, maxRunning: 1, maxWaiting: 100 })
  const [first, second] = [serve([1]), serve([2])]
  groups[0]?.end(new Error('away'))
  await expect(first).rejects.toThrow('away')
  await settled()
  groups[1]?.end()
  expect(await second).toEqual(['did 2'])
})

test('whoever comes when too many wait is sent away, and those who wait are served', async () => {
  const { groups, work } = createBench()
  const serve = gather(work, { maxItems: 10, maxRunning: 1, maxWaiting: 3 })
  const served = [serve([1]), serve([2, 3]), serve([4])]
  await expect(serve([5])).rejects.toMatchObject({ code: 'SERVER_BUSY' })
  groups[0]?.end()
  await settled()
  const again = serve([6])
  groups[1]?.end()
  await settled()
  groups[2]?.end()
  expect((await Promise.all([...served, again])).flat()).toEqual([1, 2, 3, 4, 6].map(item => `did ${item}`))
})

test('however callers come, each gets its own, in order, and no more groups run than may', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 3 }),
      async (callers, maxItems, maxRunning) => {
        const seen = { running: 0, most: 0 }
        const serve = gather(
          async (items: readonly number[]) => {
            seen.running += 1
            seen.most = Math.max(seen.most, seen.running)
            await settled()
            seen.running -= 1
            return items.map(String)
          },
          { maxItems, maxRunning, maxWaiting: 1000 },
        )
        expect(await Promise.all(callers.map(serve))).toEqual(callers.map(items => items.map(String)))
        expect(seen.most).toBeLessThanOrEqual(maxRunning)
      },
    ),
    { numRuns: 50 },
  )
})
