import { beforeAll, expect, test } from 'vitest'
import { type CompiledPolicy, compilePolicy } from './compile-policy.ts'
import { evaluateRequest } from './evaluate-request.ts'
import { entriesFor } from './host-index.ts'
import { MAX_BODY_BYTES } from './request-body.ts'
import { manyRules } from './testing/many-rules.ts'
import { mustParse } from './testing/sample-policy.ts'
import { parseWebPolicy } from './web-policy.ts'

const sizes = [100, 100_000] as const
const compiled = new Map<number, CompiledPolicy>()

beforeAll(() => {
  for (const size of sizes) compiled.set(size, compilePolicy(mustParse(JSON.stringify(manyRules(size)))))
})

test.each(sizes)('of %i rules each grants what it lists, the first and the last', size => {
  const policy = compiled.get(size) ?? compilePolicy({ version: 1, sites: [] })
  for (const number of [0, Math.floor(size / 2), size - 1]) {
    const listed = { url: `https://www.h${number}.example/p${number}/x`, type: 'mainFrame' }
    expect(evaluateRequest(policy, listed)).toMatchObject({ effect: 'allow', ruleId: `rule-${number}` })
    const beside = { url: `https://www.h${number}.example/p${number + 1}/x`, type: 'mainFrame' }
    expect(evaluateRequest(policy, beside)).toMatchObject({ effect: 'deny', reason: 'path-not-listed' })
  }
})

test('looks at as many rules among a hundred thousand as among a hundred', () => {
  for (const size of sizes) {
    const { rules, places, denials } = compiled.get(size) ?? compilePolicy({ version: 1, sites: [] })
    expect(entriesFor(rules, 'www.h7.example', { path: ['p7', 'x'] })).toHaveLength(1)
    expect(entriesFor(places, 'www.h7.example')).toHaveLength(1)
    expect(entriesFor(denials, 'www.h7.example', { path: ['p7', 'x'] })).toBeUndefined()
    // Every rule lists a folder of this host: only one of them is looked at.
    expect(entriesFor(rules, 'many.example', { path: ['folder', '7', 'x'] })).toHaveLength(1)
  }
})

test('a policy that is cut anywhere is refused, and says so', () => {
  const text = JSON.stringify(manyRules(20))
  for (let end = 0; end < text.length; end += 7) {
    const reading = parseWebPolicy(text.slice(0, end))
    expect(reading).toMatchObject({ ok: false, problems: [{ path: '' }] })
  }
})

test('a pattern made to be slow is matched, and does not cover what it does not cover', () => {
  const paths = [`/${'**/a*a*a*a*a*a*b/'.repeat(12)}x`]
  const site = {
    id: 'slow',
    name: { fr: 'slow' },
    start: 'https://a.example/',
    rules: [{ id: 'slow', hosts: ['a.example'], paths }],
  }
  const policy = compilePolicy(mustParse({ version: 1, sites: [site] }))
  const url = `https://a.example/${`${'a'.repeat(60)}/`.repeat(30)}y`
  expect(evaluateRequest(policy, { url })).toMatchObject({ reason: 'path-not-listed' })
})

test('a query of ten thousand parameters is too long an address, and as many fields are unreadable or not listed', () => {
  const many = Array.from({ length: 10_000 }, (_, number) => `a${number}=1`).join('&')
  const site = {
    id: 'a',
    name: { fr: 'a' },
    start: 'https://a.example/',
    rules: [
      {
        id: 'write',
        hosts: ['a.example'],
        methods: ['GET', 'POST'],
        contentTypes: ['application/x-www-form-urlencoded', 'application/json'],
        fields: ['a0', 'a[]'],
        maxBodyBytes: MAX_BODY_BYTES,
      },
    ],
  }
  const policy = compilePolicy(mustParse({ version: 1, sites: [site] }))
  expect(evaluateRequest(policy, { url: `https://a.example/?${many}` })).toMatchObject({ reason: 'address-too-long' })
  const post = { url: 'https://a.example/', method: 'POST' }
  const urlencoded = { ...post, contentType: 'application/x-www-form-urlencoded' }
  expect(evaluateRequest(policy, { ...urlencoded, body: many })).toMatchObject({ reason: 'body-too-large' })
  expect(evaluateRequest(policy, { ...urlencoded, body: many.slice(0, 60_000) })).toMatchObject({
    reason: 'field-not-listed',
  })
  expect(evaluateRequest(policy, { ...urlencoded, body: 'a0=1&'.repeat(10_000) })).toMatchObject({
    reason: 'body-unreadable',
  })
  const list = JSON.stringify({ a: Array.from({ length: 10_000 }, () => 1) })
  expect(evaluateRequest(policy, { ...post, contentType: 'application/json', body: list }).effect).toBe('allow')
})
