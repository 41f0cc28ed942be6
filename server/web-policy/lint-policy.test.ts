import { describe, expect, test } from 'vitest'
import { parseWebPolicy, type WebPolicy } from '#shared/policy/web-policy.ts'
import { lintPolicy } from './lint-policy.ts'

const complete = { owner: 'Education', reason: 'Work after release', notAfter: '2027-01-31', vetting: 'report 12' }
const rule = { id: 'pages', hosts: ['www.vdab.be'], paths: ['/vindeenjob/**'], query: 'none', types: ['mainFrame'] }
const write = {
  id: 'search',
  hosts: ['www.vdab.be'],
  paths: ['/api/search'],
  query: 'none',
  methods: ['POST'],
  contentTypes: ['application/json'],
  fields: ['q'],
  maxBodyBytes: 256,
}

function policyWith(change: object, site: object = complete, rules: readonly object[] = []): WebPolicy {
  const start = 'https://www.vdab.be/vindeenjob'
  const sites = [
    { id: 'vdab', name: { nl: 'VDAB' }, start, ...site, rules: [rule, { ...rule, id: 'x', ...change }, ...rules] },
  ]
  const reading = parseWebPolicy({ version: 1, sites })
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.policy
}

function findingsOn(policy: WebPolicy): readonly string[] {
  return lintPolicy(policy).map(({ severity, code, path }) => `${severity} ${code} ${path}`)
}

test('says nothing of a policy that is narrow and complete', () => {
  expect(findingsOn(policyWith({}, complete, [write]))).toEqual([])
})

describe('refuses, unless narrowed to paths and parts of pages,', () => {
  const narrow = { paths: ['/assets/**'], types: ['script', 'image'] }

  test.each([
    ['every name of Japanese companies', '*.or.jp'],
    ['a public suffix of a region', '*.kobe.jp'],
    ['a provider of pages', '*.myspreadshop.be'],
    ['a provider of storage', '*.s3.eu-west-1.amazonaws.com'],
    ['a provider at its very name', 'github.io'],
    ['a network at its very name', 'cdn.jsdelivr.net'.slice(4)],
  ])('%s: %s', (_name, host) => {
    expect(findingsOn(policyWith({ hosts: [host] }))).toContain('refused strangers sites[0].rules[1].hosts[0]')
    expect(findingsOn(policyWith({ hosts: [host], ...narrow }))).toEqual([
      'warning strangers sites[0].rules[1].hosts[0]',
    ])
  })

  test('the same with a wildcard that the language itself takes only narrowed', () => {
    expect(findingsOn(policyWith({ hosts: ['*.cloudfront.net'], ...narrow }))).toEqual([
      'warning strangers sites[0].rules[1].hosts[0]',
    ])
  })
})

test.each([
  ['a host of somebody at a provider', { hosts: ['d111.cloudfront.net'] }, 'rented', 'hosts[0]'],
  ['a whole site', { paths: undefined, query: 'none' }, 'whole-site', 'paths'],
  ['pages below a wildcard', { hosts: ['*.vdab.be'] }, 'pages-below', 'hosts'],
  ['any query on pages', { query: undefined }, 'open-query', 'query'],
  ['a name that sends people on', { query: ['page', 'returnUrl'] }, 'redirector', 'query'],
  ['a contact page', { paths: ['/nl/Contact/*'] }, 'speaking', 'paths'],
  ['a sharing page', { paths: ['/vacature/*/mail'] }, 'speaking', 'paths'],
  ['clear text', { schemes: ['http'] }, 'clear-text', 'schemes'],
  ['a write to many pages', { ...write, id: 'x', paths: ['/api/*'] }, 'write-wide', 'paths'],
  ['a write to many hosts', { ...write, id: 'x', hosts: ['*.vdab.be'] }, 'write-wide', 'hosts'],
  ['free text', { ...write, id: 'x', freeText: true }, 'free-text', 'freeText'],
  ['a GraphQL endpoint', { ...write, id: 'x', paths: ['/graphql'] }, 'graphql', 'paths'],
])('warns of %s', (_name, change, code, at) => {
  expect(findingsOn(policyWith(change))).toContain(`warning ${code} sites[0].rules[1].${at}`)
})

test.each([
  ['nobody to answer for it', 'owner', 'no-owner'],
  ['no reason', 'reason', 'no-reason'],
  ['no end', 'notAfter', 'no-end'],
  ['no report', 'vetting', 'no-vetting'],
])('warns of a site with %s', (_name, field, code) => {
  expect(findingsOn(policyWith({}, { ...complete, [field]: undefined }))).toEqual([`warning ${code} sites[0]`])
})

test('warns of a write that no report covers', () => {
  const findings = findingsOn(policyWith({}, { ...complete, vetting: undefined }, [write]))
  expect(findings).toContain('warning write-unvetted sites[0].rules[2]')
})

test('warns of a start page that its own rules refuse', () => {
  const policy = policyWith({}, { ...complete, start: 'https://www.vdab.be/' })
  expect(findingsOn(policy)).toEqual(['warning start-not-readable sites[0].start'])
})

test('takes hosts under names that nobody sells, and address literals', () => {
  const hosts = ['*.jobs.example', '10.20.0.5', 'localhost']
  const findings = findingsOn(policyWith({ hosts, types: ['image'] }))
  expect(findings).toEqual([])
})
