import { expect, test } from 'vitest'
import { nameIn, readSetCookie, scopesOf } from './set-cookie-line.ts'

const host = 'www.jobs.example'

test.each([
  ['sid=abc; Path=/; HttpOnly', 'sid=abc'],
  [' sid = abc ;Secure', 'sid=abc'],
  ['sid="a b"', 'sid="a b"'],
  ['sid=a=b==', 'sid=a=b=='],
  ['sid=', 'sid='],
  ['alone', 'alone'],
  ['=alone', 'alone'],
])('%s is shown as %s', (line, pair) => {
  expect(readSetCookie(host, line)).toEqual({ pair, scope: host })
})

test.each(['', ' ; Path=/', '=', 'sid=é', 'sid=a\tb', 'sid=a\u0000'])('%j gives nothing', line => {
  expect(readSetCookie(host, line)).toBeUndefined()
})

test.each([
  ['a=1', host],
  ['a=1; Domain', host],
  ['a=1; domain=', host],
  ['a=1; Domain=www.jobs.example', '.www.jobs.example'],
  ['a=1; DOMAIN= .Jobs.Example ', '.jobs.example'],
  ['a=1; Domain=other.example; Domain=jobs.example', '.jobs.example'],
])('%s is for %s', (line, scope) => {
  expect(readSetCookie(host, line)?.scope).toBe(scope)
})

test.each([
  [host, 'other.example'],
  [host, 'example'],
  [host, 'a.www.jobs.example'],
  [host, 'obs.example'],
  ['one.github.io', 'github.io'],
  ['10.0.0.1', '0.0.1'],
])('%s gives nothing for %s', (from, domain) => {
  expect(readSetCookie(from, `a=1; Domain=${domain}`)).toBeUndefined()
})

test('a domain that strangers share, and an address, give for themselves alone', () => {
  expect(readSetCookie('github.io', 'a=1; Domain=github.io')?.scope).toBe('github.io')
  expect(readSetCookie('10.0.0.1', 'a=1; Domain=10.0.0.1')?.scope).toBe('10.0.0.1')
})

test('a host is in its own scope and in those of the domains above it', () => {
  expect(scopesOf('a.b.example')).toEqual(['a.b.example', '.a.b.example', '.b.example', '.example'])
  expect(scopesOf('10.0.0.1')).toEqual(['10.0.0.1', '.10.0.0.1'])
})

test.each([
  ['sid=a=b', 'sid'],
  ['alone', ''],
  ['=x', ''],
])('the name in %s is %j', (pair, name) => {
  expect(nameIn(pair)).toBe(name)
})
