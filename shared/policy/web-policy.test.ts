import { describe, expect, test } from 'vitest'
import { samplePolicy } from './testing/sample-policy.ts'
import { parseWebPolicy } from './web-policy.ts'

type Json = Record<string, unknown>

/** The sample with one value put at a place; `undefined` takes it out. */
function withValue(place: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(samplePolicy) as unknown as Json
  let holder = copy
  for (const part of place.slice(0, -1)) holder = holder[part] as Json
  const last = String(place.at(-1))
  if (value === undefined) Reflect.deleteProperty(holder, last)
  else holder[last] = value
  return copy
}

const rule = ['sites', 0, 'rules', 0] as const
const search = ['sites', 0, 'rules', 3] as const

describe('a policy file', () => {
  test('that is valid is read, as text and as parsed JSON', () => {
    expect(parseWebPolicy(samplePolicy)).toMatchObject({ ok: true, policy: { version: 1 } })
    expect(parseWebPolicy(JSON.stringify(samplePolicy))).toEqual(parseWebPolicy(samplePolicy))
  })

  test('with every field a site may carry is read', () => {
    const site = { owner: 'Education', reason: 'Work after release', notAfter: '2027-01-31', vetting: 'report 12' }
    const [first] = samplePolicy.sites
    expect(parseWebPolicy({ version: 1, sites: [{ ...first, ...site }] }).ok).toBe(true)
  })

  test('with no sites is read: it denies everything', () => {
    expect(parseWebPolicy({ version: 1, sites: [] }).ok).toBe(true)
  })

  test.each([
    ['empty', ''],
    ['cut in the middle', JSON.stringify(samplePolicy).slice(0, 300)],
    ['no JSON', '{'],
    ['a key written twice', '{"version":1,"sites":[{"id":"a","rules":[],"rules":[]}]}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no version', '{"sites":[]}'],
    ['another version', '{"version":2,"sites":[]}'],
    ['an unknown field', '{"version":1,"sites":[],"default":"allow"}'],
  ])('that is %s is refused', (_name, text) => {
    expect(parseWebPolicy(text).ok).toBe(false)
  })

  test('that writes a key twice says which', () => {
    expect(parseWebPolicy('{"version":1,"sites":[],"sites":[]}')).toEqual({
      ok: false,
      problems: [{ path: '', reason: 'the key "sites" is written twice in one object' }],
    })
  })

  test.each([
    ['an unknown field in a site', ['sites', 0, 'hosts'], ['a.example'], 'sites[0]'],
    ['an unknown field in a rule', [...rule, 'host'], 'a.example', 'sites[0].rules[0]'],
    ['an unknown field in a deny entry', ['sites', 0, 'deny', 0, 'path'], '/x', 'sites[0].deny[0]'],
    ['a rule without hosts', [...rule, 'hosts'], undefined, 'sites[0].rules[0].hosts'],
    ['a rule with no host', [...rule, 'hosts'], [], 'sites[0].rules[0].hosts'],
    ['an empty list of methods', [...rule, 'methods'], [], 'sites[0].rules[0].methods'],
    ['a method nobody grants', [...rule, 'methods'], ['CONNECT'], 'sites[0].rules[0].methods[0]'],
    ['a socket as a type', [...rule, 'types'], ['image', 'webSocket'], 'sites[0].rules[0].types[1]'],
    ['a ping as a type', [...rule, 'types'], ['ping'], 'sites[0].rules[0].types[0]'],
    ['a report as a type', [...rule, 'types'], ['cspReport'], 'sites[0].rules[0].types[0]'],
    ['a plugin as a type', [...rule, 'types'], ['object'], 'sites[0].rules[0].types[0]'],
    ['another scheme', [...rule, 'schemes'], ['ftp'], 'sites[0].rules[0].schemes[0]'],
    ['a port that is none', [...rule, 'ports'], [65_536], 'sites[0].rules[0].ports[0]'],
    ['a host with capital letters', [...rule, 'hosts'], ['WWW.jobs.example'], 'sites[0].rules[0].hosts[0]'],
    ['a wildcard over a shared host', [...rule, 'hosts'], ['a.example', '*.github.io'], 'sites[0].rules[0].hosts[1]'],
    [
      'a wildcard over a content network',
      ['sites', 0, 'rules', 1, 'hosts'],
      ['*.cloudfront.net'],
      'sites[0].rules[1].hosts[0]',
    ],
    ['a path without a slash', [...rule, 'paths'], ['/a', 'b'], 'sites[0].rules[0].paths[1]'],
    ['** inside a segment', [...rule, 'paths'], ['/a**'], 'sites[0].rules[0].paths[0]'],
    ['an encoded path', [...rule, 'paths'], ['/a%20b'], 'sites[0].rules[0].paths[0]'],
    ['an empty list of parameters', [...rule, 'query'], [], 'sites[0].rules[0].query'],
    ['another word for no query', [...rule, 'query'], 'all', 'sites[0].rules[0].query'],
    ['an unknown type of value', [...rule, 'query'], { q: { type: 'any' } }, 'sites[0].rules[0].query.q.type'],
    ['an unknown field of a value', [...rule, 'query'], { q: { type: 'int', min: 1 } }, 'sites[0].rules[0].query.q'],
    ['a method parameter', [...rule, 'query'], ['_method'], 'sites[0].rules[0].query[0]'],
    ['a write without content types', [...search, 'contentTypes'], undefined, 'sites[0].rules[3].contentTypes'],
    ['a write without fields', [...search, 'fields'], undefined, 'sites[0].rules[3].fields'],
    ['a write without a size', [...search, 'maxBodyBytes'], undefined, 'sites[0].rules[3].maxBodyBytes'],
    ['a write of any content', [...search, 'contentTypes'], ['*/*'], 'sites[0].rules[3].contentTypes[0]'],
    ['a write of files', [...search, 'contentTypes'], ['multipart/mixed'], 'sites[0].rules[3].contentTypes[0]'],
    ['a field that changes the method', [...search, 'fields'], ['_method'], 'sites[0].rules[3].fields[0]'],
    ['a reading rule with a body', [...rule, 'maxBodyBytes'], 10, 'sites[0].rules[0].maxBodyBytes'],
    ['a site id used twice', ['sites', 1, 'id'], 'jobs', 'sites[1].id'],
    ['a rule id used twice', ['sites', 1, 'rules', 0, 'id'], 'jobs-pages', 'sites[1].rules[0].id'],
    ['a deny entry with the id of a rule', ['sites', 0, 'deny', 0, 'id'], 'library-books', 'sites[1].rules[0].id'],
    ['an initiator nobody knows', [...rule, 'initiators'], ['jobs', 'job'], 'sites[0].rules[0].initiators[1]'],
    ['a name in no language', ['sites', 0, 'name'], {}, 'sites[0].name'],
    ['a start that is no address', ['sites', 0, 'start'], 'www.jobs.example', 'sites[0].start'],
    ['a start with a password', ['sites', 0, 'start'], 'https://a:b@jobs.example/', 'sites[0].start'],
    ['a day that is none', ['sites', 1, 'notAfter'], '2026-02-30', 'sites[1].notAfter'],
  ])('with %s is refused, with the place', (_name, place, value, expected) => {
    const reading = parseWebPolicy(withValue(place, value))
    expect(reading.ok).toBe(false)
    const problems = reading.ok ? [] : reading.problems
    expect(problems.map(({ path }) => path)).toContain(expected)
    expect(problems.every(({ reason }) => reason !== '')).toBe(true)
  })

  test('with several problems tells them all', () => {
    const broken = withValue([...rule, 'hosts'], ['*.be', 'ok.example', 'a b'])
    const reading = parseWebPolicy(broken)
    expect(reading.ok ? [] : reading.problems.map(({ path }) => path)).toEqual([
      'sites[0].rules[0].hosts[0]',
      'sites[0].rules[0].hosts[2]',
    ])
  })

  test.each([
    ['paths and types', { paths: ['/jobs/**'], types: ['image', 'script'] }, true],
    ['paths alone', { paths: ['/jobs/**'] }, false],
    ['types alone', { types: ['image'] }, false],
    ['a path that begins with a wildcard', { paths: ['/jobs/**', '/*/jobs'], types: ['image'] }, false],
    ['paths, of pages', { paths: ['/jobs/**'], types: ['image', 'mainFrame'] }, false],
  ])('may list a domain that strangers share where it is narrowed to %s', (_name, change, expected) => {
    const wide = { id: 'wide', hosts: ['*.cloudfront.net'], ...change }
    expect(parseWebPolicy(withValue(rule, wide)).ok).toBe(expected)
  })

  test('may deny everything on a domain that strangers share', () => {
    expect(parseWebPolicy(withValue(['sites', 0, 'deny', 0, 'hosts'], ['*.github.io'])).ok).toBe(true)
  })

  test('may deny types and methods that no rule may grant', () => {
    expect(parseWebPolicy(withValue(['sites', 0, 'deny', 0, 'types'], ['webSocket', 'other'])).ok).toBe(true)
  })
})
