import * as fc from 'fast-check'
import type { PolicyRequest } from '../policy-request.ts'
import type { DenyEntry, Rule } from '../rule-schema.ts'
import type { Site, WebPolicy } from '../web-policy.ts'

// Few words, and mostly the plainest of them, so that requests often meet rules: a property over strangers would hold for
// nothing's sake.

const hosts = ['b.a.example', 'a.example', 'c.b.a.example', 'x.test', '192.0.2.7', 'xn--bcher-kva.example']
const patterns = ['*.a.example', ...hosts, '*.b.a.example']
const paths = [
  '/jobs',
  '/',
  '/jobs/1',
  '/jobs/1/mail',
  '/Jobs',
  '/contact',
  '/jobs/%2e%2e/contact',
  '/jobs/..%2fcontact',
]
const globs = ['/**', '/jobs', '/jobs/*', '/jobs/**', '/**/mail', '/c*']
const queries = ['', '?q=1', '?q=1&q=2', '?page=3', '?page=x', '?to=a', '?_method=POST', '?%zz']
const siteIds = ['one', 'two', 'three'] as const

/** The first of `items` four times out of five. */
function mostly<Item>(...items: readonly [Item, ...Item[]]): fc.Arbitrary<Item> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(items[0]) }, { weight: 1, arbitrary: fc.constantFrom(...items) })
}

function some<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 })
}

/** A field that is left out four times out of five. */
function rarely<Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item | undefined> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: item })
}

const queryForms: readonly Rule['query'][] = ['none', ['q', 'page'], { page: { type: 'int', max: 5 } }]

const pattern = fc.record({
  hosts: some(patterns),
  schemes: rarely(some(['https', 'http'] as const)),
  ports: rarely(some([443, 8443])),
  paths: rarely(some(globs)),
  query: rarely(fc.constantFrom(...queryForms)),
  types: rarely(some(['mainFrame', 'subFrame', 'script', 'xhr'] as const)),
  initiators: rarely(some(siteIds)),
})

const write = mostly<Partial<Rule>>(
  {},
  { methods: ['GET', 'POST'], contentTypes: ['application/json'], fields: ['q'], maxBodyBytes: 20 },
  { methods: ['POST'], contentTypes: ['application/x-www-form-urlencoded'], fields: ['q', 'page'], maxBodyBytes: 20 },
)

export const anyRule: fc.Arbitrary<Omit<Rule, 'id'>> = fc
  .tuple(pattern, write)
  .map(([reading, grant]) => ({ ...reading, ...grant }))
export const anyDenyEntry: fc.Arbitrary<Omit<DenyEntry, 'id'>> = pattern

function anySite(id: (typeof siteIds)[number]): fc.Arbitrary<Site> {
  return fc.record({
    id: fc.constant(id),
    name: fc.constant({ fr: id }),
    start: fc.constant('https://a.example/'),
    rules: fc
      .array(anyRule, { maxLength: 4 })
      .map(rules => rules.map((rule, at) => ({ ...rule, id: `${id}-rule-${at}` }))),
    deny: rarely(anyDenyEntry.map(entry => [{ ...entry, id: `${id}-deny` }])),
    notAfter: rarely(fc.constantFrom('2026-06-30', '2026-06-29')),
  })
}

/** A valid policy of three sites, over few hosts and paths. */
export const anyPolicy: fc.Arbitrary<WebPolicy> = fc
  .tuple(anySite('one'), anySite('two'), anySite('three'))
  .map(sites => ({ version: 1, sites }))

const address = fc
  .tuple(
    mostly('https://', 'http://', 'HTTPS:\\\\', 'https://x@', 'wss://'),
    fc.constantFrom(...hosts.slice(0, 3), ...hosts, 'evil.example', 'A.EXAMPLE', 'a.example.', 'bücher.example'),
    mostly('', ':443', ':8443'),
    fc.constantFrom(...paths),
    mostly('', ...queries),
  )
  .map(parts => parts.join(''))

/** A request that often meets a rule of `anyPolicy`, and often just misses it. */
export const anyRequest: fc.Arbitrary<PolicyRequest> = fc.record(
  {
    url: fc.oneof({ weight: 19, arbitrary: address }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
    method: mostly('GET', 'POST', 'PUT', 'HEAD', 'post'),
    type: mostly('mainFrame', 'script', 'xhr', 'webSocket', 'ping', 'toString'),
    initiator: mostly<string | undefined>(undefined, 'https://a.example', 'https://b.a.example/jobs', 'null', ''),
    contentType: fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain'),
    body: mostly<string | undefined>(undefined, '', '{"q":1}', 'q=1', 'q=1&q=2', '{"to":1}', '{"_method":"PUT"}'),
  },
  { requiredKeys: ['url'] },
)
