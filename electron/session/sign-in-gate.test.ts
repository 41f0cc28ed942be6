import { expect, test } from 'vitest'
import { amara } from '../testing/sample-operations.ts'
import { createSignInGate, type SignInGateParts } from './sign-in-gate.ts'
import type { SignInDelay } from './sign-in-delay.ts'

function gate(changes: Partial<SignInGateParts> = {}) {
  const clocks = { wall: new Date('2026-11-22T10:00:00Z'), monotonicMs: 1000 }
  const disk: SignInDelay[] = []
  const opened = createSignInGate({
    kept: undefined,
    write: async delay => {
      disk.push(delay)
    },
    now: () => clocks.wall,
    monotonicMs: () => clocks.monotonicMs,
    ...changes,
  })
  return { gate: opened, clocks, disk }
}

const fail = async (opened: ReturnType<typeof gate>, times: number) => {
  for (let left = times; left > 0; left -= 1) await opened.gate.tryBegins(amara.inmateId)
}

test('waits by a clock nobody can set', async () => {
  const opened = gate()
  await fail(opened, 4)
  opened.clocks.wall = new Date('2030-01-01T00:00:00Z')
  expect(opened.gate.waitMs()).toBe(5000)
  opened.clocks.monotonicMs += 4999
  expect(opened.gate.waitMs()).toBe(1)
  opened.clocks.monotonicMs += 1
  expect(opened.gate.waitMs()).toBe(0)
})

test('a restart does not shorten the wait', async () => {
  const opened = gate()
  await fail(opened, 5)
  const restarted = gate({ kept: opened.disk.at(-1) })
  expect(restarted.gate.waitMs()).toBe(15_000)
  await fail(restarted, 1)
  expect(restarted.gate.waitMs()).toBe(30_000)
})

test('counts a try on the disk before it is looked at', async () => {
  const opened = gate()
  await fail(opened, 1)
  expect(opened.disk.at(-1)?.failures).toEqual({ [amara.inmateId]: 1 })
})

test('a try that cannot be counted is not made', async () => {
  const opened = gate({ write: () => Promise.reject(new Error('disk')) })
  await expect(opened.gate.tryBegins('nobody')).rejects.toThrow('disk')
})

test('a right PIN ends the wait', async () => {
  const opened = gate()
  await fail(opened, 5)
  await opened.gate.trySucceeded(amara.inmateId, new Set([amara.inmateId]))
  expect(opened.gate.waitMs()).toBe(0)
  expect(opened.disk.at(-1)?.failures).toEqual({})
})
