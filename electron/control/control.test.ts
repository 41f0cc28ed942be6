import { expect, test } from 'vitest'
import { amara } from '../testing/sample-operations.ts'
import { canteenClosed, webClosed } from '../testing/sample-closings.ts'
import { createControlBench } from '../testing/throw-away-control.ts'

const later = (bench: ReturnType<typeof createControlBench>, ms: number) =>
  new Date(bench.time.wallMs() + ms).toISOString()

test('the web ends with its lease, and the page is told at that moment', async () => {
  const bench = createControlBench()
  const control = await bench.start()
  expect(bench.told().web).toMatchObject({ reason: 'no-contact' })
  await bench.lease(control)
  expect(bench.told().web).toBeNull()
  await bench.time.pass(900_000 - 1)
  expect(bench.told().web).toBeNull()
  await bench.time.pass(20)
  expect(bench.told().web).toMatchObject({ reason: 'no-contact' })
  expect(bench.told().canteen).toBeNull()
  await bench.time.pass(72 * 3_600_000)
  expect(bench.told().canteen).toMatchObject({ reason: 'no-contact' })
})

test('a closing begins and ends by itself, each at its moment', async () => {
  const bench = createControlBench()
  const control = await bench.start()
  await bench.lease(control)
  const closing = canteenClosed({ from: later(bench, 30_000), until: later(bench, 120_000) })
  await control.obedience.receive(bench.signer.state({ closings: [closing] }))
  expect(bench.told().canteen).toBeNull()
  await bench.time.pass(30_020)
  expect(bench.told().canteen).toMatchObject({ until: closing.until })
  await bench.time.pass(90_000)
  expect(bench.told().canteen).toBeNull()
})

test('a clock that is set does not open what is closed until then', async () => {
  const bench = createControlBench()
  const control = await bench.start()
  const closing = canteenClosed({ until: later(bench, 3_600_000) })
  await control.obedience.receive(bench.signer.state({ closings: [closing] }))
  bench.time.setWall(24 * 3_600_000)
  await bench.time.pass(120_000)
  expect(bench.told().canteen).toMatchObject({ reason: 'incident' })
})

test('what is closed for one person closes when they sign in and opens when they leave', async () => {
  const bench = createControlBench()
  const control = await bench.start()
  await bench.lease(control)
  const scope = { kind: 'inmate', inmateId: amara.inmateId } as const
  await control.obedience.receive(bench.signer.state({ closings: [webClosed({ scope })] }))
  expect(bench.told().web).toBeNull()
  bench.seat.inmateId = amara.inmateId
  control.personChanged()
  expect(bench.told().web).toMatchObject({ reason: 'incident' })
  bench.seat.inmateId = undefined
  control.personChanged()
  expect(bench.told().web).toBeNull()
})

test('the page is told nothing where nothing changed', async () => {
  const bench = createControlBench()
  const control = await bench.start()
  await bench.lease(control)
  bench.steps.length = 0
  await bench.time.pass(300_000)
  await bench.lease(control)
  control.personChanged()
  expect(bench.steps.filter(step => step === 'obeyed')).toEqual([])
})

test('a rule that is closed is told to the gate, though no screen shows it', async () => {
  const bench = createControlBench()
  const control = await bench.start()
  await bench.lease(control)
  const { closings } = {
    closings: [{ ...webClosed(), target: { kind: 'rule', siteId: 'jobs', ruleId: 'jobs-search' } }],
  } as const
  bench.steps.length = 0
  await control.obedience.receive(bench.signer.state({ closings: [...closings] }))
  expect(bench.steps).toContain('obeyed')
  expect(control.webClosings().closedRules).toEqual(new Set(['jobs-search']))
})

test('what is left of the leases is written down each minute and at the end', async () => {
  const bench = createControlBench()
  const control = await bench.start()
  await bench.time.pass(0)
  expect(bench.disk.lease).toMatchObject({ elapsedMs: 0 })
  await bench.time.pass(61_000)
  expect(bench.disk.lease?.elapsedMs).toBeGreaterThanOrEqual(60_000)
  await bench.time.pass(30_000)
  await control.close()
  expect(bench.disk.lease?.elapsedMs).toBeGreaterThanOrEqual(91_000)
  expect(bench.time.timers()).toBe(0)
})

test('a disk that takes nothing changes nothing of what is open in this run', async () => {
  const bench = createControlBench()
  bench.disk.isFull = true
  const control = await bench.start()
  expect(await bench.lease(control)).toBeUndefined()
  await bench.time.pass(120_000)
  expect(bench.told()).toMatchObject({ web: null, canteen: null })
  expect(bench.steps).toContain('not stored')
})

test.each([
  ['another terminal', { terminalId: '9a3e2b7c-1d2f-4c5a-b6e7-0f1a2b3c4d05' }, 'other-terminal'],
  ['another prison', { prisonId: '0d3c6a52-0a4e-4d0e-9d4c-9d3b6f2f5a99' }, 'other-prison'],
  ['another question', { nonce: 'z'.repeat(22) }, 'other-nonce'],
  ['another document', { version: 9 }, 'other-version'],
  ['too long a time', { leases: { web: 10 ** 9, local: 60 } }, 'malformed'],
])('takes no lease for %s, truly signed', async (_name, changes, reason) => {
  const bench = createControlBench()
  const control = await bench.start()
  expect(await bench.lease(control, changes as Parameters<typeof bench.lease>[1])).toBe(reason)
  expect(control.openState().web).toMatchObject({ reason: 'no-contact' })
})
