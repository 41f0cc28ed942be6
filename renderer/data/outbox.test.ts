import { expect, test, vi } from 'vitest'
import { createOutbox, type OutboxPorts } from './outbox.ts'
import { aReceipt, anOrder, aWithdrawal, inmateId, operationId } from './testing/sample-operations.ts'
import { anEntry, aRequest } from './testing/sample-rows.ts'

const neverEnds = (): void => {
  // A disk that takes no writes.
}
const nowMs = Date.parse('2026-03-02T10:00:00Z')

function emptyOutbox() {
  const persist = vi.fn<OutboxPorts['persist']>(async () => undefined)
  return { persist, outbox: createOutbox({ entries: [], received: [] }, { persist, now: () => nowMs }) }
}

test('adding an operation again changes nothing', async () => {
  const { outbox, persist } = emptyOutbox()
  await outbox.add(anOrder(1))
  await outbox.add(anOrder(1))
  expect(outbox.getSnapshot().entries).toHaveLength(1)
  expect(persist).toHaveBeenCalledOnce()
})

test('a received operation is not added once more', async () => {
  const { outbox } = emptyOutbox()
  await outbox.add(anOrder(1))
  await outbox.settle([{ effect: 'receive', entry: anEntry(1), receipt: aReceipt(anOrder(1)) }])
  await outbox.add(anOrder(1))
  expect(outbox.getSnapshot()).toMatchObject({ entries: [], received: [{ operation: anOrder(1) }] })
})

test('tells listeners before the disk has answered', () => {
  const heard = vi.fn<() => void>()
  const outbox = createOutbox(
    { entries: [], received: [] },
    { persist: async () => new Promise(neverEnds), now: () => 0 },
  )
  outbox.subscribe(heard)
  void outbox.add(anOrder(1))
  expect(heard).toHaveBeenCalledOnce()
  expect(outbox.has(operationId(1))).toBe(true)
})

test('writes only what changed', async () => {
  const { outbox, persist } = emptyOutbox()
  await outbox.add(anOrder(1))
  await outbox.add(anOrder(2))
  await outbox.sent([operationId(2)])
  expect(persist).toHaveBeenLastCalledWith([operationId(2)])
})

test('forgets a received order once the mirror has it', async () => {
  const { outbox } = emptyOutbox()
  await outbox.add(anOrder(1))
  await outbox.settle([{ effect: 'receive', entry: anEntry(1), receipt: 'r' }])
  await outbox.mirrored(new Map([[operationId(1), aRequest(1)]]), new Set())
  expect(outbox.getSnapshot().received).toEqual([])
})

test('remembers a received withdrawal until the mirror shows it', async () => {
  const { outbox } = emptyOutbox()
  await outbox.add(aWithdrawal(2, 1))
  await outbox.settle([{ effect: 'receive', entry: anEntry(2, { operation: aWithdrawal(2, 1) }), receipt: 'r' }])
  await outbox.mirrored(new Map([[operationId(1), aRequest(1)]]), new Set())
  expect(outbox.getSnapshot().received).toHaveLength(1)
  await outbox.mirrored(new Map([[operationId(1), aRequest(1, { state: 'withdrawn' })]]), new Set())
  expect(outbox.getSnapshot().received).toEqual([])
})

test('when an inmate leaves, what the prison has not settled stays', async () => {
  const { outbox } = emptyOutbox()
  await outbox.add(anOrder(1))
  await outbox.add(anOrder(2))
  await outbox.settle([{ effect: 'receive', entry: anEntry(1), receipt: 'r' }])
  await outbox.inmateLeft(inmateId(1))
  expect(outbox.getSnapshot()).toMatchObject({ entries: [{ operation: anOrder(2) }], received: [] })
})
