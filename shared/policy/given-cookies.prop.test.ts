import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createGivenCookies, mostCharacters } from './given-cookies.ts'

const anyHost = fc.constantFrom('a.example', 'b.a.example', 'b.example', 'example', '10.0.0.1')
const anyWord = fc.string({ unit: fc.constantFrom('a', 'b', '=', ' ', '"', 'é'), maxLength: 4 })
const anyPair = fc.oneof(
  anyWord,
  fc.tuple(anyWord, anyWord).map(pair => pair.join('=')),
)
const anyDomain = fc.constantFrom('', '; Path=/', '; Domain=a.example', '; Domain=.b.a.example', '; domain=example')
const anyAnswer = fc.record({ host: anyHost, lines: fc.array(fc.tuple(anyPair, anyDomain), { maxLength: 5 }) })
const anySent = fc.record({ host: anyHost, pairs: fc.array(anyPair, { maxLength: 6 }) })

function jarOf(answers: readonly { readonly host: string; readonly lines: readonly (readonly [string, string])[] }[]) {
  const jar = createGivenCookies()
  for (const { host, lines } of answers) {
    jar.remember(
      host,
      lines.map(line => line.join('')),
    )
  }
  return jar
}

/** A pair as it is shown: told without knowing how a jar keeps it. */
function shown(text: string): string {
  const [name = '', ...values] = text.split('=')
  const value = values.join('=').trim()
  return name.trim() === '' || values.length === 0 ? `${name.trim()}${value}` : `${name.trim()}=${value}`
}

const splitHeader = (header: string | undefined): string[] => (header === undefined ? [] : header.split('; '))

test('nothing goes on that no answer gave', () => {
  let kept = 0
  const property = fc.property(fc.array(anyAnswer, { maxLength: 5 }), anySent, (answers, { host, pairs }) => {
    const gifts = answers.flatMap(({ lines }) => lines.map(([pair]) => shown(pair)))
    const { header } = jarOf(answers).keep(host, [...gifts, ...pairs].join('; '))
    kept += splitHeader(header).length
    expect(splitHeader(header).filter(pair => !gifts.includes(pair))).toEqual([])
  })
  fc.assert(property, { numRuns: 1000 })
  expect(kept).toBeGreaterThan(200)
})

test('nothing goes on to a host above or beside the one that gave', () => {
  const property = fc.property(fc.array(anyAnswer), fc.array(anyPair), (answers, pairs) => {
    const elsewhere = answers.filter(({ host }) => host !== '10.0.0.1' && host !== 'b.example')
    const jar = jarOf(elsewhere)
    const sent = [...pairs, ...elsewhere.flatMap(({ lines }) => lines.map(([pair]) => pair))].join('; ')
    expect([jar.keep('10.0.0.1', sent).header, jar.keep('b.example', sent).header]).toEqual([undefined, undefined])
  })
  fc.assert(property)
})

test('what a host gave last goes back to it, whatever stands beside it', () => {
  const anyPlain = fc.stringMatching(/^[a-z]{1,3}=[a-z]{0,3}$/)
  const property = fc.property(
    fc.array(anyAnswer),
    anyHost,
    anyPlain,
    fc.array(anyPair),
    (answers, host, pair, beside) => {
      const jar = jarOf([...answers, { host, lines: [[pair, '; Path=/']] }])
      expect(splitHeader(jar.keep(host, [pair, ...beside].join('; ')).header)).toContain(pair)
    },
  )
  fc.assert(property)
})

test('what was kept is kept again unchanged', () => {
  const property = fc.property(fc.array(anyAnswer), anySent, (answers, { host, pairs }) => {
    const jar = jarOf(answers)
    const gifts = answers.flatMap(({ lines }) => lines.map(([pair]) => pair))
    const { header } = jar.keep(host, [...pairs, ...gifts].join('; '))
    const once = header === undefined ? { dropped: 0 } : { header, dropped: 0 }
    expect(jar.keep(host, header ?? '')).toEqual(once)
  })
  fc.assert(property)
})

test('cookies of different names come out the same in whatever order they are sent', () => {
  const property = fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/)), fc.gen(), (names, gen) => {
    const pairs = names.map(name => `${name}=1`)
    const jar = jarOf([{ host: 'a.example', lines: pairs.map(pair => [pair, ''] as const) }])
    const shuffled = gen(fc.shuffledSubarray, pairs, { minLength: pairs.length })
    expect(jar.keep('a.example', shuffled.join('; '))).toEqual(jar.keep('a.example', pairs.join('; ')))
  })
  fc.assert(property)
})

test('a site that gives without end is remembered within bounds', () => {
  const anyLong = fc.record({ host: fc.nat(200), name: fc.nat(100), length: fc.nat(5000), seed: fc.nat(9) })
  const property = fc.property(fc.array(anyLong, { minLength: 100, maxLength: 200 }), gifts => {
    const jar = createGivenCookies()
    for (const { host, name, length, seed } of gifts) {
      jar.remember(`h${host}.example`, [`n${name}=${seed}${'x'.repeat(length)}`])
      expect(jar.size()).toBeLessThanOrEqual(mostCharacters.all)
    }
  })
  fc.assert(property, { numRuns: 20 })
})
