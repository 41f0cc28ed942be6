import { describe, expect, test } from 'vitest'
import { compilePolicy } from './compile-policy.ts'
import { evaluateRequest } from './evaluate-request.ts'
import { parseWebPolicy } from './web-policy.ts'
import { mustParse } from './testing/sample-policy.ts'

const grant = {
  hosts: ['jobs.example'],
  methods: ['POST'],
  contentTypes: ['application/json'],
  fields: ['query', 'page', 'exact'],
  maxBodyBytes: 1024,
}
const policy = compilePolicy(
  mustParse({
    version: 1,
    sites: [
      {
        id: 'jobs',
        name: { fr: 'Emplois' },
        start: 'https://jobs.example/',
        rules: [
          { id: 'any', hosts: ['jobs.example'], paths: ['/any'] },
          {
            id: 'ask',
            hosts: ['jobs.example'],
            paths: ['/ask'],
            query: { q: { type: 'text', max: 300 } },
            freeText: true,
          },
          { id: 'search', ...grant, paths: ['/search'], query: { sort: { type: 'text', values: ['a/b'] } } },
          { id: 'open', ...grant, paths: ['/open'] },
          { id: 'letter', ...grant, paths: ['/letter'], freeText: true },
        ],
      },
    ],
  }),
)

function decide(path: string, body?: object): ReturnType<typeof evaluateRequest> {
  const write = { method: 'POST', contentType: 'application/json', body: JSON.stringify(body) }
  return evaluateRequest(policy, { url: `https://jobs.example${path}`, ...(body !== undefined && write) })
}

function verdict(path: string, body?: object): string {
  const decision = decide(path, body)
  return decision.effect === 'allow' ? decision.ruleId : decision.reason
}

describe('what a grant without free text carries', () => {
  test.each([
    ['a term', { query: 'lasser gent', page: 1 }, 'search'],
    ['a yes', { exact: true }, 'search'],
    ['nothing', { query: null }, 'search'],
    ['a sentence with signs', { query: 'Dear editor: they beat us!' }, 'free-text-not-granted'],
    ['lines', { query: 'a\nb' }, 'free-text-not-granted'],
    ['more than a term', { query: 'a '.repeat(41) }, 'free-text-not-granted'],
    ['a code', { query: 'c2VjcmV0==' }, 'free-text-not-granted'],
    ['an e-mail address', { query: 'jan@mail.be' }, 'contact-details'],
    ['a number to call', { query: '0475 12 34 56' }, 'contact-details'],
    ['a number to call, in a number', { page: 475123456 }, 'search'],
    ['a GraphQL text', { query: 'mutation{send(to:1){id}}' }, 'graphql-not-granted'],
  ])('%s', (_name, body, expected) => {
    expect(verdict('/search', body)).toBe(expected)
  })

  test.each([
    ['a value that the rule lists', '/search?sort=a/b', 'search'],
    ['a term', '/open?q=baker', 'open'],
    ['a sentence with signs', '/open?q=Dear%20editor:%20hello', 'free-text-not-granted'],
  ])('in the address: %s', (_name, path, expected) => {
    expect(verdict(path, { query: 'baker' })).toBe(expected)
  })
})

describe('free text', () => {
  test('that is granted goes out and says so', () => {
    const body = { query: 'Dear editor: they said "no"!\nWhat now?' }
    expect(decide('/letter', body)).toEqual({ effect: 'allow', siteId: 'jobs', ruleId: 'letter', freeText: true })
    expect(decide('/ask?q=What%20is%20a%20baker%3F')).toMatchObject({ ruleId: 'ask', freeText: true })
  })

  test('is not said of a request that carries nothing', () => {
    expect(decide('/ask')).toEqual({ effect: 'allow', siteId: 'jobs', ruleId: 'ask' })
    expect(decide('/search', { query: 'baker' })).not.toHaveProperty('freeText')
  })

  test.each([
    ['an e-mail address', { query: 'Write to jan@mail.be' }, 'contact-details'],
    ['an account', { query: 'Pay to BE68 5390 0754 7034' }, 'contact-details'],
    ['a GraphQL text', { query: '{ viewer { id } }' }, 'graphql-not-granted'],
    ['more than is granted', { query: 'a'.repeat(2000) }, 'body-too-large'],
  ])('holds no %s', (_name, body, expected) => {
    expect(verdict('/letter', body)).toBe(expected)
  })

  test('of more than a term has to be granted in the policy', () => {
    const rule = { id: 'ask', hosts: ['jobs.example'], query: { q: { type: 'text', max: 81 } } }
    const site = { id: 'jobs', name: { fr: 'Emplois' }, start: 'https://jobs.example/' }
    const withRule = (change: object) =>
      parseWebPolicy({ version: 1, sites: [{ ...site, rules: [{ ...rule, ...change }] }] })
    expect(withRule({})).toMatchObject({ problems: [{ path: 'sites[0].rules[0].query.q.max' }] })
    expect(withRule({ freeText: true }).ok).toBe(true)
    expect(withRule({ query: { q: { type: 'text', max: 80 } } }).ok).toBe(true)
  })
})

describe('an open query', () => {
  test.each([
    ['words', '?q=anything+at+all!', 'any'],
    ['an e-mail address as a value', '?q=jan%40mail.be', 'contact-details'],
    ['an e-mail address as a name', '?jan%40mail.be', 'contact-details'],
    ['a web address', '?next=https://evil.example/', 'contact-details'],
    ['a GraphQL text', '?query=%7Bviewer%7Bid%7D%7D', 'graphql-not-granted'],
    ['a GraphQL text with another name', '?x=mutation%20%7Bsend%7D', 'graphql-not-granted'],
    [
      'the hash of a persisted query',
      '?extensions=%7B%22persistedQuery%22:%7B%22sha256Hash%22:%22ab12%22%7D%7D',
      'any',
    ],
    ['a method inside another name', '?form[_method]=DELETE', 'method-override'],
  ])('with %s', (_name, query, expected) => {
    expect(verdict(`/any${query}`)).toBe(expected)
  })

  test('that would be refused for its place is refused for it, whatever it holds', () => {
    expect(verdict('/elsewhere?q=jan%40mail.be')).toBe('path-not-listed')
  })

  test('names the rule that came closest, whatever the refusal', () => {
    expect(decide('/any?q=jan%40mail.be')).toEqual({
      effect: 'deny',
      reason: 'contact-details',
      siteId: 'jobs',
      ruleId: 'any',
    })
  })
})

test('the example of the policy language stays what it was', () => {
  const example = compilePolicy(
    mustParse({
      version: 1,
      sites: [
        {
          id: 'vdab',
          name: { nl: 'VDAB', fr: 'VDAB' },
          start: 'https://www.vdab.be/vindeenjob',
          rules: [
            { id: 'vdab-pages', hosts: ['www.vdab.be'], paths: ['/vindeenjob/**'] },
            { id: 'vdab-assets', hosts: ['*.vdab.be'], types: ['script', 'stylesheet', 'image', 'font'] },
            {
              id: 'vdab-search',
              hosts: ['www.vdab.be'],
              paths: ['/api/search'],
              methods: ['POST'],
              contentTypes: ['application/json'],
              fields: ['query', 'page'],
              maxBodyBytes: 1024,
            },
          ],
          deny: [{ id: 'vdab-contact', hosts: ['*.vdab.be'], paths: ['/contact/**'] }],
        },
      ],
    }),
  )
  const search = { url: 'https://www.vdab.be/api/search', method: 'POST', type: 'xhr', contentType: 'application/json' }
  expect(evaluateRequest(example, { ...search, body: '{"query":"lasser gent","page":1}' }).effect).toBe('allow')
  expect(evaluateRequest(example, { ...search, body: '{"query":"lasser","to":"x"}' }).effect).toBe('deny')
  expect(evaluateRequest(example, { url: 'https://www.vdab.be/contact/mail' }).effect).toBe('deny')
})
