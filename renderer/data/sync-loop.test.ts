import type { Operation } from '#shared/contracts/operation.ts'
import type { Verdict } from '#shared/contracts/verdict.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import { UNREADABLE_LIMIT } from './settle.ts'
import { startOutbox } from './start-outbox.ts'
import { SyncLoop } from './sync-loop.ts'
import type { SyncStatus } from './sync-status.ts'
import { FakeBridge } from './testing/fake-bridge.ts'
import { freshDatabase } from './testing/fresh-database.ts'
import { HeldClock } from './testing/held-clock.ts'
import { aReceipt, anOrder, coffee, inmateId, operationId } from './testing/sample-operations.ts'
import { aProduct, aRequest } from './testing/sample-rows.ts'

async function startLoop() {
  const db = freshDatabase()
  const bridge = new FakeBridge()
  const clock = new HeldClock()
  const { outbox } = await startOutbox({ db, bridge, now: clock.now, onDegraded: () => undefined })
  const seen: SyncStatus[] = []
  const onFetched = vi.fn<() => void>()
  const loop = new SyncLoop({
    db,
    bridge,
    outbox,
    clock,
    random: () => 0.5,
    onStatus: status => seen.push(status),
    onFetched,
  })
  onTestFinished(() => loop.stop())
  loop.start()
  const status = () => seen.at(-1)
  return { db, bridge, clock, outbox, loop, onFetched, status, seen }
}
type Running = Awaited<ReturnType<typeof startLoop>>

/** Lets the loop work until it waits for the clock. */
async function settled({ clock, status }: Running, doing: SyncStatus['doing'] = 'idle'): Promise<void> {
  await expect.poll(() => [status()?.doing, clock.nextMs() !== null]).toEqual([doing, true])
}

async function connected(): Promise<Running> {
  const running = await startLoop()
  running.clock.ringNext()
  await settled(running)
  return running
}

test('says what it is doing, from the start to the first pause', async () => {
  const { seen, onFetched } = await connected()
  expect(seen.map(({ line, doing }) => [line, doing])).toEqual([
    ['starting', 'waiting'],
    ['starting', 'fetching'],
    ['connected', 'idle'],
  ])
  expect(onFetched).toHaveBeenCalledOnce()
})

test('a new entry is pushed at once and leaves the outbox', async () => {
  const running = await connected()
  const { outbox, bridge } = running
  await outbox.add(anOrder(1))
  await expect.poll(() => bridge.applied).toEqual([operationId(1)])
  await settled(running)
  expect(outbox.getSnapshot()).toMatchObject({ entries: [], received: [{ operation: anOrder(1) }] })
})

test('pulls until nothing is left, and forgets what the mirror now shows', async () => {
  const running = await connected()
  const { bridge, outbox, db, clock } = running
  await outbox.add(anOrder(1))
  await settled(running)
  bridge.feed = [
    { entity: 'product', key: coffee, value: aProduct() },
    { entity: 'request', key: operationId(1), value: aRequest(1) },
  ]
  bridge.pageSize = 1
  clock.ringNext()
  await expect.poll(async () => db.requests.count()).toBe(1)
  await settled(running)
  expect(outbox.getSnapshot().received).toEqual([])
})

test('an entry confirmed while the line is down goes as soon as it is back, and says "sent" only once it left', async () => {
  const running = await connected()
  const { bridge, outbox, clock } = running
  bridge.line = 'down'
  clock.ringNext()
  await settled(running, 'waiting')
  await outbox.add(anOrder(1))
  expect(outbox.getSnapshot().entries).toMatchObject([{ state: 'pending' }])
  expect(bridge.count('line:push')).toBe(0)

  bridge.line = 'up'
  const cutMs = clock.now()
  clock.ringNext()
  await expect.poll(() => running.status()?.line).toBe('connected')
  clock.ringNext()
  await expect.poll(() => bridge.applied).toEqual([operationId(1)])
  expect(clock.now() - cutMs).toBeLessThan(5000)
})

test('an answer that was lost is asked for again, and applied once', async () => {
  const running = await connected()
  const { bridge, outbox, clock } = running
  bridge.overrides = {
    'line:push': ({ operations }) => {
      for (const { id } of operations as Operation[]) bridge.applied.push(id)
      bridge.line = 'down'
      return { status: 'unreachable', mayHaveArrived: true }
    },
  }
  await outbox.add(anOrder(1))
  await settled(running, 'waiting')
  expect(outbox.getSnapshot().entries).toMatchObject([{ state: 'sent' }])

  bridge.overrides = {}
  bridge.line = 'up'
  clock.ringNext()
  await expect.poll(() => running.status()?.line).toBe('connected')
  clock.ringNext()
  await expect.poll(() => outbox.getSnapshot().entries).toEqual([])
  expect(bridge.applied).toEqual([operationId(1)])
})

test('busy leaves entries recorded and waits as long as it was asked to', async () => {
  const running = await connected()
  const { bridge, outbox, clock } = running
  bridge.line = 'busy'
  bridge.retryAfterMs = 30_000
  await outbox.add(anOrder(1))
  await settled(running, 'waiting')
  expect(outbox.getSnapshot().entries).toMatchObject([{ state: 'pending' }])
  expect(clock.nextMs()).toBeGreaterThanOrEqual(30_000)
})

test('a terminal the server does not know says so and asks slowly', async () => {
  const running = await connected()
  running.bridge.line = 'refused'
  running.clock.ringNext()
  await settled(running, 'waiting')
  expect(running.status()?.line).toBe('not-recognised')
  expect(running.clock.nextMs()).toBeGreaterThanOrEqual(60_000)
})

const judgeWith =
  (judged: number, verdict: (operation: Operation) => Verdict) =>
  (operation: Operation): Verdict =>
    operation.id === operationId(judged)
      ? verdict(operation)
      : { status: 'applied', operationId: operation.id, receipt: aReceipt(operation) }

test('a rejected entry is parked and holds up nothing', async () => {
  const running = await connected()
  const { bridge, outbox } = running
  const rejection = { code: 'ORDER_WINDOW_CLOSED' } as const
  bridge.judge = judgeWith(1, ({ id }) => ({ status: 'rejected', operationId: id, rejection }))
  await Promise.all([outbox.add(anOrder(1)), outbox.add(anOrder(2))])
  await expect.poll(() => bridge.applied).toEqual([operationId(2)])
  await settled(running)
  expect(outbox.getSnapshot().entries).toMatchObject([{ operation: anOrder(1), state: 'parked', rejection }])
})

test('while the prison asks to wait with one entry, its inmate’s later ones wait and others go', async () => {
  const running = await connected()
  const { bridge, outbox, clock } = running
  bridge.judge = judgeWith(1, ({ id }) => ({ status: 'deferred', operationId: id }))
  await outbox.add(anOrder(1))
  await settled(running)
  await outbox.add(anOrder(2))
  await outbox.add(anOrder(3, inmateId(2)))
  await expect.poll(() => bridge.applied).toEqual([operationId(3)])

  bridge.judge = judgeWith(1, operation => ({ status: 'applied', operationId: operation.id, receipt: 'r' }))
  await settled(running)
  clock.ringNext()
  await expect.poll(() => bridge.applied).toEqual([3, 1, 2].map(operationId))
})

test('an entry nobody can read is found among its neighbours, tried some times, and parked', async () => {
  const running = await connected()
  const { bridge, outbox, clock } = running
  const own = bridge.judge
  bridge.overrides = {
    'line:push': ({ operations }) => {
      const batch = operations as Operation[]
      if (batch.some(({ id }) => id === operationId(2))) throw new GuichetError('IPC_INPUT_INVALID', 'line:push input')
      bridge.applied.push(...batch.map(({ id }) => id))
      return { status: 'answered', verdicts: batch.map(own) }
    },
  }
  await Promise.all([1, 2, 3, 4].map(async n => outbox.add(anOrder(n, inmateId(n)))))
  await expect.poll(() => new Set(bridge.applied)).toEqual(new Set([1, 3, 4].map(operationId)))

  const tries = () => bridge.pushes().filter(ids => ids.length === 1 && ids[0] === operationId(2)).length
  while (tries() < UNREADABLE_LIMIT) {
    await settled(running)
    clock.advance(60_000)
    await expect.poll(() => running.status()?.doing).toBe('idle')
  }
  await expect
    .poll(() => outbox.getSnapshot().entries)
    .toMatchObject([{ operation: { id: operationId(2) }, state: 'parked', rejection: { code: 'OPERATION_INVALID' } }])
})

test('trouble of the bridge parks nothing, and the loop goes on', async () => {
  const running = await connected()
  const { bridge, outbox, clock } = running
  bridge.overrides = {
    'line:push': () => {
      throw new GuichetError('INTERNAL', 'line:push refused')
    },
  }
  await outbox.add(anOrder(1))
  await settled(running, 'waiting')
  expect(outbox.getSnapshot().entries).toMatchObject([{ state: 'pending', unreadable: 0 }])
  bridge.overrides = {}
  clock.ringNext()
  await expect.poll(() => bridge.applied).toEqual([operationId(1)])
})

test('a long outbox goes in batches, in order', async () => {
  const running = await connected()
  const { bridge, outbox } = running
  bridge.line = 'down'
  running.clock.ringNext()
  await settled(running, 'waiting')
  await Promise.all(Array.from({ length: 1050 }, async (_, index) => outbox.add(anOrder(index + 1))))
  bridge.line = 'up'
  running.clock.ringNext()
  await expect.poll(() => running.status()?.line).toBe('connected')
  running.clock.ringNext()
  await expect.poll(() => bridge.pushes().map(batch => batch.length), { timeout: 10_000 }).toEqual([1000, 50])
  expect(bridge.applied).toEqual(Array.from({ length: 1050 }, (_, index) => operationId(index + 1)))
})

test('stops for good', async () => {
  const { loop, bridge, outbox, clock } = await connected()
  loop.stop()
  const asked = bridge.calls.length
  await outbox.add(anOrder(1))
  expect(clock.nextMs()).toBeNull()
  expect(bridge.calls.length).toBe(asked)
})
