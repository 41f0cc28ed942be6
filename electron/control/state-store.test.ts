import { STATE_TYPE } from '#shared/directive/state-document.ts'
import { expect, test } from 'vitest'
import { canteenClosed, webClosed } from '../testing/sample-closings.ts'
import { createStateSigner, sampleDocument } from '../testing/sign-state.ts'
import { createControlBench } from '../testing/throw-away-control.ts'

const otherPrison = '0d3c6a52-0a4e-4d0e-9d4c-9d3b6f2f5a99'

test('stores before it obeys, and obeys before it acknowledges', async () => {
  const bench = createControlBench()
  const { obedience } = await bench.start()
  bench.steps.length = 0
  const closing = canteenClosed()
  const answer = obedience.receive(bench.signer.state({ closings: [closing] })).then(received => {
    bench.steps.push('acknowledged')
    return received
  })
  expect(await answer).toEqual({ status: 'obeyed', version: 1 })
  expect(bench.steps.filter(step => step !== 'stored lease')).toEqual(['stored state', 'obeyed', 'acknowledged'])
  expect(bench.told().canteen).toEqual({ reason: 'incident', line: null, until: null })
})

test('says so again when it is sent what it holds, and stores nothing', async () => {
  const bench = createControlBench()
  const { obedience } = await bench.start()
  const document = bench.signer.state()
  await obedience.receive(document)
  bench.steps.length = 0
  expect(await obedience.receive(document)).toEqual({ status: 'obeyed', version: 1 })
  expect(bench.steps).not.toContain('stored state')
})

test('never goes back, in this run or the next', async () => {
  const bench = createControlBench()
  const first = await bench.start()
  const old = bench.signer.state({ version: 4 })
  await first.obedience.receive(old)
  await first.obedience.receive(bench.signer.state({ version: 5, closings: [canteenClosed()] }))
  expect(await first.obedience.receive(old)).toEqual({ status: 'refused', reason: 'stale' })
  await first.close()
  const second = await bench.start()
  expect(await second.obedience.receive(old)).toEqual({ status: 'refused', reason: 'stale' })
  expect(second.openState().canteen).not.toBeNull()
  expect(second.obedience.version()).toBe(5)
})

test('takes the first of two documents of one version, and says that there were two', async () => {
  const bench = createControlBench()
  const { obedience, openState } = await bench.start()
  await obedience.receive(bench.signer.state({ closings: [canteenClosed()] }))
  expect(await obedience.receive(bench.signer.state({ closings: [] }))).toEqual({ status: 'refused', reason: 'same' })
  expect(openState().canteen).not.toBeNull()
})

test.each([
  ['of another prison', { prisonId: otherPrison }, 'other-prison'],
  ['with a field nobody knows', { remark: 'x' }, 'malformed'],
  ['of version nought', { version: 0 }, 'malformed'],
])('refuses a document %s, truly signed', async (_name, changes, reason) => {
  const { signer, start } = createControlBench()
  const { obedience } = await start()
  const document = signer.sign(STATE_TYPE, { ...sampleDocument([signer.signer]), ...changes })
  expect(await obedience.receive(document)).toEqual({ status: 'refused', reason })
})

test('refuses a document of the future once the time is proven, and not before', async () => {
  const bench = createControlBench()
  const { obedience, ...control } = await bench.start()
  const ahead = new Date(bench.time.wallMs() + 24 * 3600_000).toISOString()
  expect(await obedience.receive(bench.signer.state({ issuedAt: ahead }))).toMatchObject({ status: 'obeyed' })
  await bench.lease({ obedience, ...control })
  const next = bench.signer.state({ version: 2, issuedAt: ahead })
  expect(await obedience.receive(next)).toEqual({ status: 'refused', reason: 'future-dated' })
})

test('killed after storing and before obeying, it obeys when it starts again', async () => {
  const bench = createControlBench()
  const killed = await bench.start({ onChange: () => undefined })
  // The write goes to the disk and the power goes with it: nothing after it runs.
  const dying = await bench.start({
    writeState: file => {
      bench.disk.state = file
      return new Promise(() => {
        // Never.
      })
    },
  })
  void dying.obedience.receive(bench.signer.state({ closings: [canteenClosed()] }))
  await expect.poll(() => bench.disk.state).toBeDefined()
  expect(killed.openState().canteen).toBeNull()
  const restarted = await bench.start()
  expect(restarted.openState().canteen).not.toBeNull()
  expect(restarted.obedience.version()).toBe(1)
})

test('what cannot be stored is obeyed where it closes, not where it opens, and is not acknowledged', async () => {
  const bench = createControlBench()
  const { obedience, openState } = await bench.start()
  await obedience.receive(bench.signer.state({ version: 1, closings: [canteenClosed()] }))
  bench.disk.isFull = true
  const next = bench.signer.state({ version: 3, closings: [webClosed()] })
  expect(await obedience.receive(next)).toEqual({ status: 'refused', reason: 'not-stored' })
  expect(openState()).toMatchObject({ canteen: { reason: 'incident' }, web: { reason: 'incident' } })
  expect(obedience.version()).toBe(1)
  const older = bench.signer.state({ version: 2, closings: [] })
  expect(await obedience.receive(older)).toEqual({ status: 'refused', reason: 'stale' })
  bench.disk.isFull = false
  expect(await obedience.receive(next)).toEqual({ status: 'obeyed', version: 3 })
  expect(openState().canteen).toBeNull()
})

test('after a document that names other signers only those are believed, also after a restart', async () => {
  const bench = createControlBench()
  const next = createStateSigner('state-key-2')
  const { obedience } = await bench.start()
  const byOld = (version: number, signers = [bench.signer.signer]) => bench.signer.state({ version, signers })
  const byNew = (version: number) => next.state({ version })
  expect(await obedience.receive(byNew(2))).toEqual({ status: 'refused', reason: 'key-unknown' })
  expect(await obedience.receive(byOld(2, [bench.signer.signer, next.signer]))).toMatchObject({ status: 'obeyed' })
  expect(await obedience.receive(byNew(3))).toMatchObject({ status: 'obeyed' })
  expect(await obedience.receive(byOld(4))).toEqual({ status: 'refused', reason: 'key-unknown' })
  const restarted = await bench.start()
  expect(restarted.obedience.version()).toBe(3)
  expect(restarted.obedience.keyIds()).toEqual(['state-key-2'])
  expect(await restarted.obedience.receive(byOld(5))).toEqual({ status: 'refused', reason: 'key-unknown' })
})
