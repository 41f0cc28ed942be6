import { expect, test } from 'vitest'
import { createInTurn } from './in-turn.ts'

const tick = () => Promise.resolve()

test('runs one after the other, in the order of the calls', async () => {
  const said: string[] = []
  const inTurn = createInTurn()
  const run = (name: string, ticks: number) =>
    inTurn(async () => {
      said.push(`${name} begins`)
      for (let left = ticks; left > 0; left -= 1) await tick()
      said.push(`${name} ends`)
      return name
    })
  await expect(Promise.all([run('a', 9), run('b', 0), run('c', 3)])).resolves.toEqual(['a', 'b', 'c'])
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('a call that fails fails alone', async () => {
  const inTurn = createInTurn()
  const failing = inTurn(() => Promise.reject(new Error('mine')))
  const next = inTurn(async () => 'next')
  await expect(failing).rejects.toThrow('mine')
  await expect(next).resolves.toBe('next')
})
