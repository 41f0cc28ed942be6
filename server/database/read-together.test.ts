import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readTogether } from './read-together.ts'

test('those who ask at once, and while a query runs, are answered by one query each time', async () => {
  const queries: (readonly number[])[] = []
  const double = readTogether(async (keys: readonly number[]) => {
    queries.push(keys)
    await setImmediate()
    return new Map(keys.filter(key => key !== 5).map(key => [key, key * 2]))
  })
  const first = [double(1), double(2), double(1)]
  while (queries.length === 0) await setImmediate()
  const second = [double(3), double(4), double(5)]
  expect(await Promise.all([...first, ...second])).toEqual([2, 4, 2, 6, 8, undefined])
  expect(queries).toEqual([
    [1, 2],
    [3, 4, 5],
  ])
})

test('a query that fails fails those who were in it, and nobody after them', async () => {
  let isAway = true
  const find = readTogether((keys: readonly number[]) =>
    isAway ? Promise.reject(new Error('away')) : Promise.resolve(new Map(keys.map(key => [key, key]))),
  )
  const failed = [find(1), find(2)]
  for (const one of failed) await expect(one).rejects.toThrow('away')
  isAway = false
  expect(await find(1)).toBe(1)
})

test('very many are asked for in several queries, none of them forgotten', async () => {
  let most = 0
  const find = readTogether((keys: readonly number[]) => {
    most = Math.max(most, keys.length)
    return Promise.resolve(new Map(keys.map(key => [key, key])))
  })
  const keys = Array.from({ length: 10_000 }, (_, key) => key)
  expect(await Promise.all(keys.map(find))).toEqual(keys)
  expect(most).toBeLessThanOrEqual(2000)
})
