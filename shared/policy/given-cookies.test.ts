import { expect, test } from 'vitest'
import { createGivenCookies, MOST_OF_A_NAME, MOST_VALUES, mostCharacters } from './given-cookies.ts'

const host = 'jobs.example'

function given(...lines: readonly string[]) {
  const cookies = createGivenCookies()
  cookies.remember(host, lines)
  return cookies
}

test('what a site gave goes back to it, and what a script wrote does not', () => {
  const cookies = given('sid=abc; HttpOnly', 'lang=nl; Max-Age=60')
  expect(cookies.keep(host, 'sid=abc; note=meet me; lang=nl')).toEqual({ header: 'lang=nl; sid=abc', dropped: 1 })
  expect(cookies.keep(host, 'note=meet me')).toEqual({ dropped: 1 })
  expect(cookies.keep(host, '')).toEqual({ dropped: 0 })
})

test.each(['sid=abcd', 'sid=', 'sid', 'SID=abc', 'sid=ABC', 'abc', 'x=sid=abc'])(
  '%s is not the sid=abc it was given',
  pair => {
    expect(given('sid=abc').keep(host, pair)).toEqual({ dropped: 1 })
  },
)

test('a cookie for a host stays at that host, and one for a domain goes to what is below', () => {
  const cookies = given('own=1', 'wide=2; Domain=jobs.example')
  const sent = 'own=1; wide=2'
  expect(cookies.keep(host, sent).header).toBe(sent)
  expect(cookies.keep('www.jobs.example', sent).header).toBe('wide=2')
  expect(cookies.keep('notjobs.example', sent).header).toBeUndefined()
  expect(cookies.keep('example', sent).header).toBeUndefined()
})

test('the order of names says nothing, and nor does saying a thing twice', () => {
  const cookies = given('a=1', 'b=2', 'a=3')
  expect(cookies.keep(host, 'b=2; a=3; b=2; a=1')).toEqual({ header: 'a=3; a=1; b=2', dropped: 0 })
})

test('one name goes on twice at most', () => {
  const cookies = given('a=1', 'a=2', 'a=3')
  expect(cookies.keep(host, 'a=3; a=2; a=1').header).toBe('a=3; a=2')
  expect(MOST_OF_A_NAME).toBe(2)
})

test('values that answers took the place of are good for a while, because requests cross', () => {
  const values = Array.from({ length: MOST_VALUES + 1 }, (_, index) => `sid=${index}`)
  const cookies = given(...values)
  expect(values.map(pair => cookies.keep(host, pair).dropped)).toEqual([1, ...values.slice(1).map(() => 0)])
})

test('a cookie too long to go out is not remembered', () => {
  expect(given(`a=${'x'.repeat(mostCharacters.pair)}`).size()).toBe(0)
})

test('of too many names the one given longest ago is forgotten', () => {
  const cookies = given(...Array.from({ length: 60 }, (_, index) => `n${index}=1`), 'n0=1', 'last=1')
  expect(cookies.keep(host, 'n0=1; n1=1; n2=1; last=1')).toEqual({ header: 'last=1; n0=1; n2=1', dropped: 1 })
})

test('of too many hosts the one that gave longest ago is forgotten', () => {
  const cookies = given('a=1')
  for (let number = 0; number < 50; number += 1) cookies.remember(`h${number}.example`, ['a=1'])
  expect(cookies.keep(host, 'a=1').header).toBeUndefined()
  expect(cookies.keep('h0.example', 'a=1').header).toBe('a=1')
})
