import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicaliseAddress } from './canonical-address.ts'
import { compilePolicy } from './compile-policy.ts'
import { evaluateRequest, type RequestDecision } from './evaluate-request.ts'
import type { PolicyRequest } from './policy-request.ts'
import { anyDenyEntry, anyPolicy, anyRequest, anyRule } from './testing/arbitrary-policy.ts'
import { parseWebPolicy, type Site, type WebPolicy } from './web-policy.ts'

const runs = { numRuns: 1000 }
const circumstances = { today: '2026-06-30' }

function decide(policy: WebPolicy, request: PolicyRequest): RequestDecision {
  return evaluateRequest(compilePolicy(policy), request, circumstances)
}

/** The policy with its site number `at` changed; as it is where it has none. */
function changeSite(policy: WebPolicy, at: number, change: (site: Site) => Partial<Site>): WebPolicy {
  const chosen = policy.sites.length === 0 ? -1 : at % policy.sites.length
  return {
    ...policy,
    sites: policy.sites.map((site, index) => (index === chosen ? { ...site, ...change(site) } : site)),
  }
}

test('the policies these properties speak of are valid, and both decisions are common', () => {
  const seen = { allow: 0, deny: 0 }
  fc.assert(
    fc.property(anyPolicy, anyRequest, (policy, request) => {
      expect(parseWebPolicy(JSON.stringify(policy)).ok).toBe(true)
      seen[decide(policy, request).effect] += 1
    }),
    runs,
  )
  expect(seen.allow).toBeGreaterThan(50)
  expect(seen.deny).toBeGreaterThan(50)
})

test('adding a rule never turns a grant into a denial', () => {
  fc.assert(
    fc.property(anyPolicy, fc.nat(2), anyRule, anyRequest, (policy, at, rule, request) => {
      const wider = changeSite(policy, at, site => ({ rules: [...site.rules, { ...rule, id: 'added' }] }))
      fc.pre(decide(policy, request).effect === 'allow')
      expect(decide(wider, request).effect).toBe('allow')
    }),
    runs,
  )
})

test('adding a deny entry never turns a denial into a grant', () => {
  fc.assert(
    fc.property(anyPolicy, fc.nat(2), anyDenyEntry, anyRequest, (policy, at, entry, request) => {
      const narrower = changeSite(policy, at, site => ({ deny: [...(site.deny ?? []), { ...entry, id: 'added' }] }))
      fc.pre(decide(policy, request).effect === 'deny')
      expect(decide(narrower, request).effect).toBe('deny')
    }),
    runs,
  )
})

test('a deny entry over everything at the hosts listed leaves nothing', () => {
  const hosts = ['a.example', '*.a.example', 'x.test', '192.0.2.7', 'xn--bcher-kva.example']
  const site = {
    id: 'stop',
    name: { fr: 'stop' },
    start: 'https://a.example/',
    rules: [],
    deny: [{ id: 'all', hosts }],
  }
  fc.assert(
    fc.property(anyPolicy, anyRequest, (policy, request) => {
      expect(decide({ ...policy, sites: [...policy.sites, site] }, request).effect).toBe('deny')
    }),
    runs,
  )
})

test('an empty policy denies everything', () => {
  const anyUrl = fc.oneof(
    anyRequest,
    fc.webUrl({ withQueryParameters: true }).map(url => ({ url })),
  )
  fc.assert(
    fc.property(anyUrl, request => {
      expect(decide({ version: 1, sites: [] }, request).effect).toBe('deny')
    }),
  )
})

test('neither the order of the sites nor that of their rules changes a decision', () => {
  fc.assert(
    fc.property(anyPolicy, anyRequest, (policy, request) => {
      const turned = policy.sites.toReversed().map(site => ({ ...site, rules: site.rules.toReversed() }))
      expect(decide({ ...policy, sites: turned }, request)).toEqual(decide(policy, request))
    }),
    runs,
  )
})

test('addresses that are equal as canonical get equal decisions', () => {
  fc.assert(
    fc.property(anyPolicy, anyRequest, (policy, request) => {
      const reading = canonicaliseAddress(request.url)
      fc.pre(reading.ok)
      const canonical = { ...request, url: reading.ok ? reading.address.href : '' }
      expect(decide(policy, canonical)).toEqual(decide(policy, request))
    }),
    runs,
  )
})

test('the same question gets the same answer, and compiling changes nothing of the policy', () => {
  fc.assert(
    fc.property(anyPolicy, anyRequest, (policy, request) => {
      const before = structuredClone(policy)
      const compiled = compilePolicy(policy)
      const first = evaluateRequest(compiled, request, circumstances)
      expect(evaluateRequest(compiled, request, circumstances)).toEqual(first)
      expect(policy).toEqual(before)
    }),
  )
})

test('closing a site or a rule, and a day that passes, only ever deny more', () => {
  fc.assert(
    fc.property(anyPolicy, anyRequest, (policy, request) => {
      const compiled = compilePolicy(policy)
      const open = evaluateRequest(compiled, request, circumstances)
      fc.pre(open.effect === 'deny')
      const closed = { today: '2026-07-01', closedSites: new Set(['one']), closedRules: new Set(['two-rule-0']) }
      expect(evaluateRequest(compiled, request, closed).effect).toBe('deny')
    }),
  )
})

test('contact details in a query or a field never go out, whatever is granted', () => {
  const detail = fc.constantFrom(
    'jan@mail.be',
    '+32 475 12 34 56',
    'https://a.example',
    'BE68 5390 0754 7034',
    '{viewer{id}}',
  )
  const wide: WebPolicy = {
    version: 1,
    sites: [
      {
        id: 'wide',
        name: { fr: 'wide' },
        start: 'https://a.example/',
        rules: [
          { id: 'read', hosts: ['a.example'], freeText: true },
          {
            id: 'write',
            hosts: ['a.example'],
            methods: ['POST'],
            contentTypes: ['application/json'],
            fields: ['q', 'tags[]'],
            maxBodyBytes: 5000,
            freeText: true,
          },
        ],
      },
    ],
  }
  const write = { method: 'POST', contentType: 'application/json' }
  fc.assert(
    fc.property(detail, fc.boolean(), anyPolicy, (text, isName, other) => {
      const query = isName ? encodeURIComponent(text) : `q=${encodeURIComponent(text)}`
      const policy = { ...wide, sites: [...wide.sites, ...other.sites] }
      expect(decide(policy, { url: `https://a.example/?${query}` }).effect).toBe('deny')
      for (const body of [{ q: text }, { tags: ['a', text] }]) {
        const request = { ...write, url: 'https://a.example/', body: JSON.stringify(body) }
        expect(decide(policy, request).effect).toBe('deny')
      }
    }),
  )
})
