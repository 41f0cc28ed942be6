import type { Finding } from '#shared/doctor/finding.ts'
import { expect, test } from 'vitest'
import { createInTurn } from '../sequence/in-turn.ts'
import { createSimulatedTime } from '../testing/simulated-time.ts'
import type { ServiceTry } from './service-gate.ts'
import { SERVICE_IDLE_MS, SERVICE_MOST_MS, ServiceScreen, type ServiceScreenParts } from './service-screen.ts'

const facts = {
  terminalName: 'A-07',
  version: '1.2.3',
  build: null,
  server: '10.0.0.5:7443',
  lease: { web: 'fresh', local: 'fresh', nextEndMs: 60_000 },
  journal: { waiting: 2, damaged: 0 },
  log: [],
} as const
const RIGHT = '12345678'

function openBench(changes: Partial<ServiceScreenParts> = {}) {
  const time = createSimulatedTime()
  const told: string[] = []
  const is = { signedIn: false }
  const screen = new ServiceScreen({
    gate: {
      waitMs: () => 0,
      tryCode: async (code): Promise<ServiceTry> =>
        code === RIGHT ? { status: 'open' } : { status: 'refused', waitMs: 0 },
    },
    isSignedIn: () => is.signedIn,
    readFacts: () => ({ ...facts, log: [] }),
    examine: async () => [],
    restart: () => told.push('restart'),
    onShut: () => told.push('shut'),
    monotonicMs: time.uptimeMs,
    later: time.later,
    inTurn: createInTurn(),
    log: { error: () => undefined, info: () => undefined },
    ...changes,
  })
  const service = screen.handlers()
  return { screen, service, time, told, is, open: () => service['service:open']({ code: RIGHT }) }
}

const shut = { code: 'SERVICE_SCREEN_SHUT' }
const behind = ['service:read', 'service:examine', 'service:restart', 'service:stay'] as const

test('before a code nothing behind it answers', async () => {
  const { service, told } = openBench()
  await service['service:open']({ code: '00000000' })
  for (const name of behind) await expect(service[name]({})).rejects.toMatchObject(shut)
  expect(told).toEqual([])
})

test('a right code opens everything behind it', async () => {
  const { screen, service, open } = openBench()
  expect(screen.isOpen()).toBe(false)
  expect(await open()).toEqual({ status: 'open' })
  expect(screen.isOpen()).toBe(true)
  expect(await service['service:read']({})).toEqual(facts)
  expect(await service['service:examine']({})).toEqual({ findings: [] })
  expect(await service['service:stay']({})).toEqual({})
})

test('it shuts after five minutes of nothing, and stays while somebody is there, for half an hour at most', async () => {
  const { service, time, told, open } = openBench()
  await open()
  for (let passedMs = 0; passedMs < SERVICE_MOST_MS - SERVICE_IDLE_MS; passedMs += SERVICE_IDLE_MS - 1000) {
    await time.pass(SERVICE_IDLE_MS - 1000)
    expect(told).toEqual([])
    await service['service:stay']({})
  }
  await time.pass(SERVICE_IDLE_MS)
  expect(told).toEqual(['shut'])
  await expect(service['service:read']({})).rejects.toMatchObject(shut)
})

test('reading what it shows does not keep it open', async () => {
  const { service, time, told, open } = openBench()
  await open()
  await time.pass(SERVICE_IDLE_MS - 1)
  await service['service:read']({})
  await time.pass(1)
  expect(told).toEqual(['shut'])
})

test('leaving it shuts it, and a second code is needed', async () => {
  const { service, open, time, told } = openBench()
  await open()
  await service['service:close']({})
  await expect(service['service:read']({})).rejects.toMatchObject(shut)
  await open()
  expect(await service['service:read']({})).toEqual(facts)
  // The timer of the first one is gone with it.
  await time.pass(SERVICE_IDLE_MS - 1)
  expect(told).toEqual(['shut'])
})

test('while somebody is signed in no code is asked for or looked at', async () => {
  const tried: string[] = []
  const { service, is, open } = openBench({
    gate: {
      waitMs: () => 0,
      tryCode: async code => {
        tried.push(code)
        return { status: 'open' }
      },
    },
  })
  is.signedIn = true
  await expect(open()).rejects.toMatchObject({ code: 'SESSION_OPEN' })
  await expect(service['service:ask']({})).rejects.toMatchObject({ code: 'SESSION_OPEN' })
  expect(tried).toEqual([])
})

test('a sign-in while a code is looked at keeps it shut, and so does a new page', async () => {
  for (const meanwhile of ['sign-in', 'new page'] as const) {
    const gate = withResolvers()
    const { service, screen, is, open } = openBench({ gate: { waitMs: () => 0, tryCode: () => gate.promise } })
    const trying = open()
    await Promise.resolve()
    if (meanwhile === 'sign-in') is.signedIn = true
    await Promise.resolve()
    screen.shut()
    gate.resolve({ status: 'open' })
    await expect(trying).rejects.toMatchObject({
      code: meanwhile === 'sign-in' ? 'SESSION_OPEN' : 'SERVICE_SCREEN_SHUT',
    })
    await expect(service['service:read']({})).rejects.toMatchObject(shut)
  }
})

test('what the doctor found is withheld from a screen that was shut meanwhile', async () => {
  const found = withResolvers<readonly Finding[]>()
  const { service, screen, open } = openBench({ examine: () => found.promise })
  await open()
  const looking = service['service:examine']({})
  screen.shut()
  found.resolve([])
  await expect(looking).rejects.toMatchObject(shut)
})

test('a terminal without a secret says so and takes no code', async () => {
  const { service, open } = openBench({ gate: undefined })
  expect(await service['service:ask']({})).toEqual({ isEquipped: false, waitMs: 0 })
  await expect(open()).rejects.toMatchObject({ code: 'SERVICE_SECRET_MISSING' })
})

test('the page hears that it restarts before it does', async () => {
  const { service, time, told, open } = openBench()
  await open()
  expect(await service['service:restart']({})).toEqual({})
  expect(told).toEqual([])
  await time.pass(1000)
  expect(told).toEqual(['restart'])
})

function withResolvers<Value = ServiceTry>() {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>(keep => {
    resolve = keep
  })
  return { promise, resolve }
}
