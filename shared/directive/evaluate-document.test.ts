import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { prisonIdSchema } from '../contracts/ids.ts'
import { evaluateDocument, FUTURE_TOLERANCE_MS } from './evaluate-document.ts'
import { defaultLeases, type StateDocument } from './state-document.ts'

const prisonId = prisonIdSchema.parse('20000000-0000-4000-8000-000000000001')
const issuedAt = '2026-03-02T10:00:00.000Z'
const nowMs = Date.parse(issuedAt)

const document = (changes: Partial<StateDocument> = {}): StateDocument => ({
  format: 1,
  prisonId,
  version: 7,
  issuedAt,
  leases: defaultLeases,
  closings: [],
  maintenance: null,
  signers: [{ keyId: 'key-0001', publicKey: 'A'.repeat(43) }],
  ...changes,
})
const held = { prisonId, version: 6, provenNowMs: nowMs }

test('the next version is obeyed', () => {
  expect(evaluateDocument(held, document())).toEqual({ effect: 'obey', document: document() })
})

test('so is one that comes after some that were missed', () => {
  expect(evaluateDocument(held, document({ version: 900 }))).toMatchObject({ effect: 'obey' })
})

test.each<[string, unknown, string]>([
  ['an older one', document({ version: 5 }), 'stale'],
  ['the one it holds', document({ version: 6 }), 'same'],
  [
    'another prison’s',
    document({ prisonId: prisonIdSchema.parse('20000000-0000-4000-8000-000000000002') }),
    'other-prison',
  ],
  [
    'one that is dated ahead',
    document({ issuedAt: new Date(nowMs + FUTURE_TOLERANCE_MS + 1).toISOString() }),
    'future-dated',
  ],
  ['one with a field more', { ...document(), more: true }, 'malformed'],
  ['one of another format', { ...document(), format: 2 }, 'malformed'],
  ['one without a key to believe', document({ signers: [] }), 'malformed'],
  ['one with half a version', document({ version: 7.5 }), 'malformed'],
  ['one with a version no number can hold', document({ version: 2 ** 53 }), 'malformed'],
  ['nothing', undefined, 'malformed'],
  ['a lease', { format: 1, prisonId, nonce: 'x', version: 9, at: issuedAt }, 'malformed'],
])('refuses %s', (_name, signed, reason) => {
  expect(evaluateDocument(held, signed)).toEqual({ effect: 'refuse', reason })
})

test('a terminal that does not know the time judges no date', () => {
  const ahead = document({ issuedAt: '2126-01-01T00:00:00.000Z' })
  expect(evaluateDocument({ prisonId, version: 6 }, ahead)).toMatchObject({ effect: 'obey' })
})

test('whatever arrives in whatever order, and how often, the version held only rises and ends at the highest', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), versions => {
      const heldSoFar = [0]
      for (const next of versions) {
        const decision = evaluateDocument({ prisonId, version: heldSoFar.at(-1) ?? 0 }, document({ version: next }))
        if (decision.effect === 'obey') heldSoFar.push(decision.document.version)
      }
      expect(heldSoFar).toEqual([...new Set(heldSoFar)].toSorted((one, other) => one - other))
      expect(heldSoFar.at(-1)).toBe(Math.max(...versions))
    }),
  )
})
