import { expect, test } from 'vitest'
import { entriesFor, indexByHost } from './host-index.ts'
import { hostPatternProblem } from './host-pattern.ts'

test.each([
  'www.jobs.example',
  '*.jobs.example',
  '*.a.b.example',
  'localhost',
  'xn--bcher-kva.example',
  '192.0.2.7',
  '[2001:db8::1]',
])('takes %s', pattern => {
  expect(hostPatternProblem(pattern)).toBeUndefined()
})

test.each([
  ['a wildcard over everything', '*'],
  ['a wildcard over a top-level domain', '*.be'],
  ['a wildcard in the middle', 'www.*.example'],
  ['a wildcard inside a label', 'w*.jobs.example'],
  ['two wildcards', '*.*.jobs.example'],
  ['a wildcard over an address literal', '*.192.0.2.7'],
  ['a wildcard over an xn-- host', '*.xn--bcher-kva.example'],
  ['capital letters', 'Jobs.example'],
  ['a trailing dot', 'jobs.example.'],
  ['an empty label', 'jobs..example'],
  ['a port', 'jobs.example:8443'],
  ['a scheme', 'https://jobs.example'],
  ['a path', 'jobs.example/offers'],
  ['user information', 'a@jobs.example'],
  ['letters that are not ASCII', 'jöbs.example'],
  ['a soft hyphen', 'jo\u00ADbs.example'],
  ['an address literal in other numbers', '0x7f.1'],
  ['an address literal without brackets', '::1'],
  ['a space', ' jobs.example'],
  ['nothing', ''],
])('refuses %s', (_name, pattern) => {
  expect(hostPatternProblem(pattern)).toBeTypeOf('string')
})

const index = indexByHost([
  { id: 'exact', hosts: ['jobs.example'] },
  { id: 'below', hosts: ['*.jobs.example'] },
  { id: 'deep', hosts: ['*.a.jobs.example'] },
  { id: 'literal', hosts: ['192.0.2.7', '[2001:db8::1]'] },
  { id: 'listed', hosts: ['xn--bcher-kva.jobs.example'] },
])

test.each([
  ['the host itself, not its wildcard', 'jobs.example', ['exact']],
  ['a subdomain by the wildcard, not the host', 'www.jobs.example', ['below']],
  ['every wildcard above a host', 'x.a.jobs.example', ['deep', 'below']],
  ['a name that only ends alike: nothing', 'badjobs.example', []],
  ['a name that only starts alike: nothing', 'jobs.example.evil.example', []],
  ['an address literal, exactly', '192.0.2.7', ['literal']],
  ['an IPv6 literal, exactly', '[2001:db8::1]', ['literal']],
  ['an xn-- host only where it is listed, not by a wildcard', 'xn--bcher-kva.jobs.example', ['listed']],
  ['an xn-- host that is not listed: nothing', 'xn--jbs-sna.jobs.example', []],
])('finds for %s', (_name, host, ids) => {
  expect(entriesFor(index, host)?.map(({ id }) => id) ?? []).toEqual(ids)
})

test('looks at the rules of one host and beginning of a path, however many there are', () => {
  const at = (number: number) => ({
    hosts: [`h${number % 50}.example`, `*.w${number}.example`],
    paths: [[`p${number}`]],
  })
  const many = indexByHost(Array.from({ length: 20_000 }, (_, number) => at(number)))
  expect(entriesFor(many, 'h49.example', { path: ['p19999'] })).toHaveLength(1)
  expect(entriesFor(many, 'a.w19999.example', { path: ['p19999'] })).toHaveLength(1)
  expect(entriesFor(many, 'h50.example', { path: ['p50'] })).toBeUndefined()
})

test('looks at one rule where many share a host and differ only deep in the path', () => {
  const paths = (number: number) => [['jobs', 'offers', `o${number}`, '**']]
  const many = indexByHost(
    Array.from({ length: 20_000 }, (_, number) => ({ hosts: ['a.example'], paths: paths(number) })),
  )
  expect(entriesFor(many, 'a.example', { path: ['jobs', 'offers', 'o7', 'print'] })).toHaveLength(1)
  expect(entriesFor(many, 'a.example', { path: ['jobs', 'offers'] })).toEqual([])
})

test('finds the longest beginning first, and what begins with anything last', () => {
  const places = indexByHost([
    { id: 'any', hosts: ['a.example'], paths: [['**']] },
    { id: 'jobs', hosts: ['a.example'], paths: [['jobs', '**']] },
    { id: 'offer', hosts: ['a.example'], paths: [['jobs', 'offer']] },
    { id: 'below', hosts: ['*.example'], paths: [['jobs', 'offer', '*']] },
  ])
  const found = entriesFor(places, 'a.example', { path: ['jobs', 'offer', 'x'] })
  expect(found?.map(({ id }) => id)).toEqual(['offer', 'jobs', 'any', 'below'])
})

test('tells a host that is listed elsewhere from one that is not listed', () => {
  const one = indexByHost([{ hosts: ['a.example'], paths: [['jobs', '**']] }])
  expect(entriesFor(one, 'a.example', { path: ['contact'] })).toEqual([])
  expect(entriesFor(one, 'b.example', { path: ['jobs'] })).toBeUndefined()
})
