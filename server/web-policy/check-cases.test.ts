import { expect, test } from 'vitest'
import { mustParse, samplePolicy } from '#shared/policy/testing/sample-policy.ts'
import { checkCases, policyCasesSchema } from './check-cases.ts'

const policy = mustParse(samplePolicy)
const jobs = 'https://www.jobs.example'

test('tells the cases that come out otherwise, with rule, reason and code', () => {
  const cases = policyCasesSchema.parse([
    { id: 'reads', request: { url: `${jobs}/offers/1` }, expect: 'allow' },
    { id: 'writes', request: { url: `${jobs}/offers/1`, method: 'POST', body: 'x' }, expect: 'allow' },
    { id: 'mails', request: { url: `${jobs}/offers/contact` }, expect: 'deny', note: 'the case of 2014' },
    { id: 'picture', request: { url: 'https://a.jobs.example/a.png', type: 'image' }, expect: 'deny' },
    { id: 'elsewhere', request: { url: 'https://evil.example/' }, expect: 'allow' },
  ])
  expect(checkCases(policy, cases, '2026-03-01')).toEqual([
    {
      id: 'writes',
      expected: 'allow',
      got: 'deny',
      reason: 'method-not-listed',
      siteId: 'jobs',
      ruleId: 'jobs-pages',
      code: 'W-1-19',
    },
    { id: 'picture', expected: 'deny', got: 'allow', siteId: 'jobs', ruleId: 'jobs-assets' },
    { id: 'elsewhere', expected: 'allow', got: 'deny', reason: 'host-not-listed', code: 'W-0-13' },
  ])
})

test('decides as on the day that is given', () => {
  const cases = policyCasesSchema.parse([
    { id: 'book', request: { url: 'https://library.example/books/1' }, expect: 'allow' },
  ])
  expect(checkCases(policy, cases, '2026-06-30')).toEqual([])
  expect(checkCases(policy, cases, '2026-07-01')).toMatchObject([{ id: 'book', reason: 'site-expired' }])
})

test.each([
  ['another field in a request', { id: 'a', request: { url: 'x', boddy: '' }, expect: 'deny' }],
  ['a body that is only announced', { id: 'a', request: { url: 'x', bodyBytes: 1 }, expect: 'deny' }],
  ['no address', { id: 'a', request: {}, expect: 'deny' }],
  ['another expectation', { id: 'a', request: { url: 'x' }, expect: 'maybe' }],
  ['no id', { request: { url: 'x' }, expect: 'deny' }],
])('refuses a case with %s', (_name, one) => {
  expect(policyCasesSchema.safeParse([one]).success).toBe(false)
})
