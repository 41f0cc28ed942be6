import { expect, test } from 'vitest'
import type { Rule } from '#shared/policy/rule-schema.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { listedAddresses } from './listed-addresses.ts'
import { squidConfiguration } from './squid-configuration.ts'

const policyWith = (...hosts: string[]): WebPolicy => ({
  version: 1,
  sites: [{ id: 'one', name: { en: 'One' }, start: 'https://one.test/', rules: [{ id: 'one-pages', hosts }] }],
})

test('names the addresses inside that a policy lists, and no others', () => {
  const policy = policyWith('one.test', '*.one.test', '10.1.2.3', '[fd00::1]', '10.1.2.3', '9.9.9.9')
  expect(listedAddresses(policy)).toEqual([{ siteId: 'one', port: 443, addresses: ['10.1.2.3', 'fd00::1'] }])
})

test('names them by site and port', () => {
  const rules: Rule[] = [
    { id: 'a', hosts: ['10.0.0.1', 'a.test'], schemes: ['http', 'https'] },
    { id: 'b', hosts: ['10.0.0.2', '10.0.0.1'], ports: [8080, 443] },
  ]
  const site = (id: string, own: Rule[]) => ({ id, name: { en: id }, start: 'https://a.test/', rules: own })
  const policy: WebPolicy = {
    version: 1,
    sites: [site('one', rules), site('two', rules.slice(0, 1)), site('three', [])],
  }
  expect(listedAddresses(policy)).toEqual([
    { siteId: 'one', port: 80, addresses: ['10.0.0.1'] },
    { siteId: 'one', port: 443, addresses: ['10.0.0.1', '10.0.0.2'] },
    { siteId: 'one', port: 8080, addresses: ['10.0.0.1', '10.0.0.2'] },
    { siteId: 'two', port: 80, addresses: ['10.0.0.1'] },
    { siteId: 'two', port: 443, addresses: ['10.0.0.1'] },
  ])
})

const settings = {
  port: 3128,
  folder: '/var/lib/gateway',
  helper: ['/usr/bin/node', '/opt/guichet.mjs'],
  listedAddresses: [],
}

test.each([
  ['a space', '/var/lib/my gateway'],
  ['a line end', '/var/lib/x\nhttp_access allow all'],
  ['a quote', '/var/lib/"x"'],
  ['a comment', '/var/lib/#x'],
])('a configuration holds no path with %s', (_name, folder) => {
  expect(() => squidConfiguration({ ...settings, folder })).toThrow(RangeError)
})

test('a configuration lets out by one line alone', () => {
  const lines = squidConfiguration(settings).split('\n')
  expect(lines.filter(line => line.startsWith('http_access allow'))).toEqual(['http_access allow granted reachable'])
  expect(lines.filter(line => line.startsWith('http_access')).at(-1)).toBe('http_access deny all')
})
