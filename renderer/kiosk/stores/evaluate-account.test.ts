import { inmateId } from '#renderer/data/testing/sample-operations.ts'
import { anAccount, anAccountEntry, anEntry } from '#renderer/data/testing/sample-rows.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateAccount } from './evaluate-account.ts'
import { mergeRequests } from './merge-requests.ts'

const recorded = mergeRequests(inmateId(1), {
  requests: [],
  entries: [anEntry(1), anEntry(2, { state: 'parked', rejection: { code: 'ORDER_WINDOW_CLOSED' } })],
  received: [],
  products: [],
  windows: [],
})

test('what is recorded here and not received is a figure of its own', () => {
  expect(evaluateAccount(anAccount(), [], recorded)).toMatchObject({
    availableCents: 2000,
    recordedHereCents: 300,
    leftCents: 1700,
  })
})

test('the running balance ends at what is available now', () => {
  const entries = [
    anAccountEntry(1, { kind: 'opening', amountCents: 1800 }),
    anAccountEntry(2, { kind: 'order-hold', amountCents: -300 }),
    anAccountEntry(3, { kind: 'wages', amountCents: 500 }),
  ]
  const shown = evaluateAccount(anAccount(), entries, []).entries
  expect(shown.map(({ balanceCents }) => balanceCents)).toEqual([2000, 1500, 1800])
})

test('a debit takes what was held, not what is available', () => {
  const entries = [
    anAccountEntry(1, { kind: 'order-hold', amountCents: -300 }),
    anAccountEntry(2, { kind: 'order-debit', amountCents: -300 }),
  ]
  const shown = evaluateAccount(anAccount(), entries, []).entries
  expect(shown.map(({ kind, balanceCents }) => [kind, balanceCents])).toEqual([
    ['order-debit', 2000],
    ['order-hold', 2000],
  ])
})

test('two neighbouring balances differ by the movement between them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5000, max: 5000 }), { maxLength: 20 }), amounts => {
      const entries = amounts.map((amountCents, index) => anAccountEntry(index, { amountCents }))
      const shown = evaluateAccount(anAccount(), entries, []).entries
      const differences = shown
        .slice(0, -1)
        .map((entry, index) => entry.balanceCents - (shown[index + 1]?.balanceCents ?? 0))
      expect(differences).toEqual(shown.slice(0, -1).map(({ amountCents }) => amountCents))
    }),
  )
})
