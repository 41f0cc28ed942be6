import { expect, test } from 'vitest'
import { inmateIdSchema, terminalIdSchema } from '#shared/contracts/ids.ts'
import type { Closings } from '#shared/policy/closings.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { prepare } from './policy-source.ts'
import { createStanding } from './standing.ts'

const identity = {
  terminalId: terminalIdSchema.parse('0190a5e0-0000-7000-8000-000000000001'),
  inmateId: inmateIdSchema.parse('0190a5e0-0000-7000-8000-000000000002'),
}
const policy: WebPolicy = {
  version: 1,
  sites: [
    { id: 'a', name: { en: 'A' }, start: 'https://a.example/', notAfter: '2026-03-02', rules: [] },
    { id: 'b', name: { en: 'B' }, start: 'https://b.example/', rules: [] },
  ],
}

test('standing changes with the policy, with what has ended and with what is closed, and with nothing else', async () => {
  let prepared = prepare(policy)
  let today = '2026-03-01'
  let closed: Closings = {}
  const standingOf = createStanding(
    { current: async () => ({ ...prepared, circumstances: { today } }) },
    { closingsFor: async () => closed },
  )
  const seen = [await standingOf(identity)]
  const changes = [
    () => void (closed = { closedSites: new Set(['a']) }),
    () => void (closed = { closedSites: new Set(['a']), closedRules: new Set(['r']) }),
    () => void (today = '2026-03-03'),
    () => void (prepared = prepare(policy)),
  ]
  for (const change of changes) {
    change()
    seen.push(await standingOf(identity))
  }
  expect(new Set(seen).size).toBe(5)
  today = '2026-03-04'
  closed = { closedSites: new Set(['a']), closedRules: new Set(['r']) }
  expect(await standingOf(identity)).toBe(seen.at(-1))
})

test('without a policy there is one standing, and where nobody can say there is none', async () => {
  const current = async () => undefined
  const none = createStanding({ current }, { closingsFor: async () => ({}) })
  expect(await none(identity)).toBe('none')
  const unknown = createStanding({ current }, { closingsFor: () => Promise.reject(new Error('away')) })
  await expect(unknown(identity)).rejects.toThrow('away')
})
