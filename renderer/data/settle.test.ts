import { verdictSchema } from '#shared/contracts/verdict.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateVerdicts, UNREADABLE_LIMIT } from './settle.ts'
import { operationId } from './testing/sample-operations.ts'
import { anEntry } from './testing/sample-rows.ts'

const first = anEntry(1)

test.each([
  ['applied', { effect: 'receive', entry: first, receipt: 'r' }],
  ['duplicate', { effect: 'receive', entry: first, receipt: 'r' }],
] as const)('%s leaves the outbox with its receipt', (status, expected) => {
  expect(evaluateVerdicts([first], [{ status, operationId: operationId(1), receipt: 'r' }])).toEqual([expected])
})

test('rejected is parked with the reason', () => {
  const rejection = { code: 'ORDER_WINDOW_CLOSED' } as const
  const [settlement] = evaluateVerdicts([first], [{ status: 'rejected', operationId: operationId(1), rejection }])
  expect(settlement).toEqual({ effect: 'park', entry: first, rejection })
})

test('deferred stays', () => {
  const [settlement] = evaluateVerdicts([first], [{ status: 'deferred', operationId: operationId(1) }])
  expect(settlement).toMatchObject({ effect: 'keep' })
})

test('unreadable stays and is counted', () => {
  const [settlement] = evaluateVerdicts([first], [{ status: 'unreadable', operationId: null }])
  expect(settlement).toMatchObject({ effect: 'keep', unreadable: 1 })
})

test('unreadable too often is parked for its person', () => {
  const entry = anEntry(1, { unreadable: UNREADABLE_LIMIT - 1 })
  const [settlement] = evaluateVerdicts([entry], [{ status: 'unreadable', operationId: null }])
  expect(settlement).toEqual({ effect: 'park', entry, rejection: { code: 'OPERATION_INVALID' } })
})

test('a verdict on another operation settles nothing', () => {
  const verdict = { status: 'applied', operationId: operationId(9), receipt: 'r' } as const
  expect(evaluateVerdicts([first], [verdict])).toMatchObject([{ effect: 'keep', entry: first }])
})

const verdicts = fc.array(
  fc.oneof(
    fc.record({ status: fc.constantFrom('applied', 'duplicate'), operationId: anyId(), receipt: fc.string() }),
    fc.record({ status: fc.constant('deferred'), operationId: anyId() }),
    fc.record({ status: fc.constant('unreadable'), operationId: fc.constant(null) }),
  ),
)

function anyId() {
  return fc.integer({ min: 1, max: 6 }).map(operationId)
}

test('every entry gets exactly one settlement, whatever is answered', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), verdicts, (count, answered) => {
      const batch = Array.from({ length: count }, (_, index) => anEntry(index + 1))
      const settlements = evaluateVerdicts(
        batch,
        answered.map(verdict => verdictSchema.parse(verdict)),
      )
      expect(settlements.map(({ entry }) => entry)).toEqual(batch)
    }),
  )
})
