import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlainAddress } from './plain-address.ts'

/** What the URL parser says of an address, in the same parts. */
function parsed(text: string): object {
  const { protocol, hostname, port, username, password, pathname, search, hash, href } = new URL(text)
  const parts = {
    scheme: protocol.slice(0, -1),
    host: hostname,
    path: pathname.slice(1).split('/'),
    query: search.slice(1),
  }
  return { ...parts, port, username, password, hash, href }
}

function plain(text: string): object | undefined {
  const address = readPlainAddress(text)
  if (address === undefined) return undefined
  const { scheme, host, path, query, href } = address
  return { scheme, host, path, query, port: '', username: '', password: '', hash: '', href }
}

test.each([
  'https://www.jobs.example/offers/17?page=2&q=a%20b',
  'http://a.example/',
  'https://localhost/?',
  "https://a1-b.example/~x/!$&'()*+,:=@.-_",
  'https://a.example/a...?x[]=1;y/z?',
])('takes %s as the URL parser does', text => {
  expect(plain(text)).toEqual(parsed(text))
})

test.each([
  'https://a.example',
  'https://A.example/',
  'https://a.example:443/',
  'https://a@b.example/',
  'https://127.1/',
  'https://a.0x7f/',
  'https://a.example./',
  'https://xn--a.example/',
  'https://ab--c.example/',
  'https://a..example/',
  'https://a.example/./b',
  'https://a.example/b/..',
  'https://a.example/..?x',
  'https://a.example//b',
  'https://a.example/.b',
  'https://-a.example/',
  'https://a-.example/',
  'https://a.1b/',
  'https://a.example/b%2fc',
  'https://a.example/b;c',
  'https://a.example/b\\c',
  'https://a.example/b c',
  'https://a.example/b#c',
  "https://a.example/?a='b'",
  'https://a.example/\n',
  ' https://a.example/',
  'ftp://a.example/',
  `https://${'a'.repeat(254)}/`,
])('leaves %s to the URL parser', text => {
  expect(readPlainAddress(text)).toBeUndefined()
})

test('reads a plain address as the URL parser does', () => {
  const sign = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('a', 'z9', '0', '-', '.', '..', '/', 'a.b', 'xn--', '0x1', '_', 'A') },
    {
      weight: 2,
      arbitrary: fc.constantFrom('?', '&', '=', '%41', '%2e', ':', '@', ';', '#', '[', ']', "'", '~', '+', '*'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
  )
  const plainHost = fc.array(fc.constantFrom('a', 'z9', 'b.c', 'd-e'), { minLength: 1, maxLength: 4 })
  const text = fc
    .tuple(
      fc.constantFrom('https://', 'http://', 'https:/', 'HTTPS://'),
      fc.oneof(plainHost, fc.array(sign, { maxLength: 12 })),
      fc.array(sign, { maxLength: 12 }),
    )
    .map(([scheme, host, rest]) => `${scheme}${host.join('')}/${rest.join('')}`)
  let read = 0
  fc.assert(
    fc.property(text, address => {
      const own = plain(address)
      if (own === undefined) return
      read += 1
      expect(own).toEqual(parsed(address))
    }),
    { numRuns: 20_000 },
  )
  // About 3,000 of them are plain: a reader that leaves (nearly) everything to the parser shows here.
  expect(read).toBeGreaterThan(1000)
})
