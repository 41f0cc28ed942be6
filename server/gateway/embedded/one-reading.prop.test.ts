import * as fc from 'fast-check'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { canonicaliseAddress } from '#shared/policy/canonical-address.ts'
import { type AGateway, startGateway } from '../testing/a-gateway.ts'
import type { RawAnswer } from '../testing/raw-answer.ts'

// The gateway judges an address, the site's server takes it apart anew, and servers differ. So what goes out must be what
// was judged, and must lead to the same place however it is read.

let at: AGateway
let on: TLSSocket

beforeAll(async () => {
  at = await startGateway()
  on = await at.secured()
})
beforeEach(() => {
  at.site.forget()
})
afterAll(async () => {
  on.destroy()
  await at.close()
})

const plain = ['jobs', '1', 'cook', 'a.b', '~x', "it's", '(1)', '%41', '%7e', '%C3%A9', '%6aobs', '%28']
const odd = [
  '..',
  '.',
  '...',
  '%2e%2e',
  '.%2E',
  '%2f',
  '..%2fcontact',
  '%5c..%5ccontact',
  '\\..\\contact',
  '%252e%252e',
  '%25%32%65',
  '..;',
  ';x=/../contact',
  '%3b',
  '%00',
  '%',
  '%zz',
  '%ff',
  '%c0%ae%c0%ae',
  '%ef%bc%8f..%ef%bc%8fcontact',
  '%e2%80%ae',
  '',
  '@evil.test',
  ':443',
  '?q=cook',
  '?q=a&q=b',
  '%3fq=cook',
  '#x',
  '%23',
  'http://evil.test',
  '\u00e9',
  '%u002e',
  '%09',
]
const target = fc
  .tuple(
    fc.constantFrom('/jobs/', '/jobs/', '/', '//', '/./jobs/', '/jobs\\'),
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...plain) },
        { weight: 1, arbitrary: fc.constantFrom(...odd) },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 3 }) },
      ),
      { maxLength: 4 },
    ),
    fc.constantFrom('', '/', '?q=cook', '?'),
  )
  .map(([start, segments, end]) => `${start}${segments.join('/')}${end}`)
  .filter(text => !/[\s]/.test(text))

async function ask(text: string): Promise<RawAnswer> {
  if (on.destroyed) on = await at.secured()
  const answer = await at.ask(`GET ${text}`, { on })
  if (answer.headers.get('connection')?.[0] === 'close') on.destroy()
  return answer
}

function decoded(path: string): string {
  return path.replaceAll(/%([0-9a-f]{2})/gi, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

/** Where a path leads for a server that decodes it and takes it apart in one of the ways that servers do. */
function placesOf(path: string): readonly string[] {
  const readings = [decoded(path), decoded(decoded(path))].flatMap(text => [
    text,
    text.replaceAll('\\', '/'),
    text.replaceAll(/;[^/]*/g, ''),
    text.replaceAll(/\/+/g, '/'),
    text.replace(/[?#].*/, ''),
  ])
  return readings.map(text => {
    const kept: string[] = []
    for (const segment of text.split('/').slice(1)) {
      if (segment === '..') kept.pop()
      else if (segment !== '.') kept.push(segment)
    }
    return kept[0] ?? ''
  })
}

test('what reaches a site is what was judged, and leads to the same place however it is read', async () => {
  let granted = 0
  const property = fc.asyncProperty(target, async text => {
    at.site.forget()
    const { status } = await ask(text)
    const arrived = at.site.received.map(({ url }) => url)
    const reading = canonicaliseAddress(`https://${at.authority}${text}`)
    expect(arrived.length).toBe(status === 200 ? 1 : 0)
    for (const url of arrived) {
      granted += 1
      // A question mark with nothing behind it stays here.
      expect(reading.ok && reading.address.href.replace(/^([^?]*)\?$/, '$1')).toBe(`https://${at.authority}${url}`)
      const path = url.replace(/\?.*/, '')
      expect([...new Set(placesOf(path))]).toEqual([path === '/' ? '' : 'jobs'])
    }
  })
  await fc.assert(property, { numRuns: 250 })
  expect(granted).toBeGreaterThan(20)
})
