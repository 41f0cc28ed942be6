import { expect, test } from 'vitest'
import { ADDRESS_MEMORY_MS, rememberAddresses } from './remember-addresses.ts'

function counting() {
  let asked = 0
  let now = new Date('2026-03-02T10:00:00Z')
  const resolve = rememberAddresses(
    async name => {
      asked += 1
      if (name === 'unknown.example') throw new Error('no such name')
      return [`198.51.100.${asked}`]
    },
    () => now,
  )
  return {
    resolve,
    asked: () => asked,
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
  }
}

test('a name is looked up once in a while', async () => {
  const { resolve, asked, pass } = counting()
  expect(await Promise.all([resolve('a.example'), resolve('a.example')])).toEqual([['198.51.100.1'], ['198.51.100.1']])
  pass(ADDRESS_MEMORY_MS)
  expect(await resolve('a.example')).toEqual(['198.51.100.2'])
  expect(asked()).toBe(2)
})

test('a clock that was set back does not keep an answer for ever', async () => {
  const { resolve, pass } = counting()
  await resolve('a.example')
  pass(-ADDRESS_MEMORY_MS)
  expect(await resolve('a.example')).toEqual(['198.51.100.2'])
})

test('a failure is not remembered', async () => {
  const { resolve, asked } = counting()
  await expect(resolve('unknown.example')).rejects.toThrow('no such name')
  await expect(resolve('unknown.example')).rejects.toThrow('no such name')
  expect(asked()).toBe(2)
})

test('whoever walks through a wildcard pushes the oldest out', async () => {
  const { resolve, asked } = counting()
  await resolve('a.example')
  for (let count = 0; count < 500; count += 1) await resolve(`h${count}.example`)
  await resolve('a.example')
  expect(asked()).toBe(502)
})
