import { describe, expect, test } from 'vitest'
import { canteenClosed, webClosed } from '../testing/sample-closings.ts'
import { createStateSigner } from '../testing/sign-state.ts'
import { createControlBench } from '../testing/throw-away-control.ts'

const noContact = { reason: 'no-contact', line: null, until: null }

async function ranBefore() {
  const bench = createControlBench()
  const first = await bench.start()
  await first.obedience.receive(bench.signer.state({ version: 7 }))
  await first.close()
  return bench
}

describe('a terminal that lost what was ordered', () => {
  test.each([
    ['whose document is gone', bench => (bench.disk.state = undefined)],
    ['whose document cannot be read', bench => (bench.disk.broken = new Set(['state'] as const))],
    [
      'whose document was changed',
      bench => (bench.disk.state = { version: 1, documents: [bench.signer.state({ version: 7 }).replace('.', '.e')] }),
    ],
    [
      'whose document was forged',
      bench => (bench.disk.state = { version: 1, documents: [createStateSigner().state({ version: 8 })] }),
    ],
    [
      'whose document was put back by an older one',
      bench => (bench.disk.state = { version: 1, documents: [bench.signer.state({ version: 6 })] }),
    ],
  ] satisfies [string, (bench: Awaited<ReturnType<typeof ranBefore>>) => unknown][])(
    'and %s keeps everything closed until it hears from the prison',
    async (_name, damage) => {
      const bench = await ranBefore()
      damage(bench)
      const control = await bench.start()
      expect(control.openState()).toMatchObject({ canteen: noContact, medical: noContact, platform: noContact })
      expect(control.obedience.version()).toBeLessThan(7)
      await control.obedience.receive(bench.signer.state({ version: 6 }))
      expect(control.openState().canteen).toEqual(noContact)
      expect(await control.obedience.receive(bench.signer.state({ version: 7 }))).toMatchObject({ status: 'obeyed' })
      expect(control.openState().canteen).toBeNull()
    },
  )

  test('is taken along from key to key, and opens with the last', async () => {
    const bench = createControlBench()
    const next = createStateSigner('state-key-2')
    const first = await bench.start()
    const link = bench.signer.state({ version: 5, signers: [next.signer] })
    await first.obedience.receive(link)
    await first.obedience.receive(next.state({ version: 9 }))
    await first.close()
    bench.disk.state = undefined
    const control = await bench.start()
    expect(control.obedience.keyIds()).toEqual(['state-key-1'])
    expect(await control.obedience.receive(link)).toEqual({ status: 'obeyed', version: 5 })
    expect(control.openState().canteen).toEqual(noContact)
    expect(await control.obedience.receive(next.state({ version: 9 }))).toEqual({ status: 'obeyed', version: 9 })
    expect(control.openState().canteen).toBeNull()
  })

  test('is still closed at the start after the next', async () => {
    const bench = await ranBefore()
    bench.disk.state = undefined
    await (await bench.start()).close()
    expect((await bench.start()).openState().canteen).toEqual(noContact)
  })

  test('has no local lease where only that was lost', async () => {
    const bench = await ranBefore()
    bench.disk.lease = undefined
    const control = await bench.start()
    expect(control.openState().canteen).toEqual(noContact)
    await bench.lease(control)
    expect(control.openState()).toMatchObject({ canteen: null, web: null })
  })
})

describe('a disk image that is put back whole', () => {
  test('opens what was open then, for what was left of the local lease, and never the web', async () => {
    const bench = createControlBench()
    const before = await bench.start()
    await before.obedience.receive(bench.signer.state({ version: 1 }))
    await bench.lease(before)
    await bench.time.pass(60_000)
    await before.close()
    const image = structuredClone({ state: bench.disk.state, lease: bench.disk.lease })
    const after = await bench.start()
    await after.obedience.receive(bench.signer.state({ version: 2, closings: [canteenClosed(), webClosed()] }))
    await after.close()

    Object.assign(bench.disk, image)
    bench.time.switchOff(0)
    const back = await bench.start()
    // What it cannot know. The version it says gives it away to the server, which knows the higher one.
    expect(back.openState()).toMatchObject({ canteen: null, web: noContact })
    expect(back.obedience.version()).toBe(1)
    // No lease comes of it: the server's is of the version in force.
    expect(await bench.lease(back, { version: 2 })).toBe('other-version')
    await bench.time.pass(72 * 3600_000)
    expect(back.openState().canteen).toEqual(noContact)
  })

  test('obeys as soon as it hears from the prison', async () => {
    const bench = createControlBench()
    const before = await bench.start()
    await before.obedience.receive(bench.signer.state({ version: 1 }))
    const image = structuredClone(bench.disk.state)
    const next = bench.signer.state({ version: 2, closings: [canteenClosed()] })
    await before.obedience.receive(next)
    bench.disk.state = image
    bench.disk.lease = undefined
    const back = await bench.start()
    expect(await back.obedience.receive(next)).toEqual({ status: 'obeyed', version: 2 })
    expect(back.openState().canteen).toMatchObject({ reason: 'incident' })
  })
})
