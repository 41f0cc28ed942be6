import * as fc from 'fast-check'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { evaluateRequest } from '#shared/policy/evaluate-request.ts'
import { createGate, type Gate } from '../policy/gate.ts'
import { prepare } from '../policy/policy-source.ts'
import { encodeHelperAnswer } from './helper-answer.ts'
import { HELPER_FORMAT, parseHelperQuestion, toldHeaders } from './helper-question.ts'
import { runHelper } from './run-helper.ts'
import { lineOf, type Told } from './testing/helper-line.ts'
import { policyOfLab } from './testing/policy-of-lab.ts'

const inForce = { ...prepare(policyOfLab(443, 80)), circumstances: { today: '2026-01-01' } }
const gate = createGate({ policies: { current: async () => inForce }, reportBug: () => undefined })

async function say(lines: string, by: Gate = gate): Promise<string> {
  const input = new PassThrough()
  const output = new PassThrough()
  input.end(lines)
  await runHelper({ input, output, gate: by, report: () => undefined, reportBug: () => undefined })
  output.end()
  return text(output)
}

const reading: Told = {
  url: 'https://good.test/jobs/1?q=cook',
  method: 'GET',
  headers: { 'guichet-type': 'mainFrame' },
}

test('a grant is OK, with what goes out and what holds the page', async () => {
  const said = await say(lineOf(reading))
  expect(said).toMatch(/^0 OK verdict="granted" site="good" rule="good-pages" csp="sandbox /)
  expect(said).toContain('out-accept="*/*"')
})

test('a refusal is ERR, with its reason and the code for a person', async () => {
  const said = await say(lineOf({ ...reading, url: 'https://good.test/contact' }))
  expect(said).toBe('0 ERR verdict="refused" reason="path-not-listed" message="W-1-18"\n')
})

test.each([
  ['too few words', '7 GET https://good.test/\n', '7 BH\n'],
  ['too many words', lineOf(reading, '7').replace('\n', ' more\n'), '7 BH\n'],
  ['what is not encoded', lineOf(reading, '7').replace('GET', '%zz'), '7 BH\n'],
  ['what is no UTF-8', lineOf(reading, '7').replace('GET', '%ff'), '7 BH\n'],
  ['a line longer than any', `7 ${'x'.repeat(70_000)}\n`, '7 BH\n'],
  ['no channel', 'GET https://good.test/\n', ''],
  ['nothing', '\n', ''],
])('%s is never OK', async (_name, line, said) => {
  expect(await say(line)).toBe(said)
})

test('a gate that fails is BH', async () => {
  const failing: Gate = { ...gate, judge: () => Promise.reject(new Error('no')) }
  expect(await say(lineOf(reading), failing)).toBe('0 BH\n')
})

test('a value that could end the line or a header is BH', () => {
  expect(encodeHelperAnswer('1', { result: 'OK', notes: { csp: 'a\nOK' } })).toBe('1 BH')
  expect(encodeHelperAnswer('1', { result: 'OK', notes: { csp: 'a"b\\c' } })).toBe(String.raw`1 OK csp="a\"b\\c"`)
  expect(encodeHelperAnswer('1', { result: 'OK', notes: { csp: 'x'.repeat(40_000) } })).toBe('1 BH')
})

test('the format asks for every header that is told, each encoded', () => {
  expect(HELPER_FORMAT.split(' ').every(word => word === '%DATA' || word.startsWith('%#'))).toBe(true)
  expect(new Set(toldHeaders).size).toBe(toldHeaders.length)
})

test('whatever a request holds, it is read as it was', () => {
  const told = fc.record({
    url: fc.webUrl({ withQueryParameters: true }),
    method: fc.constantFrom('GET', 'POST', 'PUT', 'FOO'),
    headers: fc.dictionary(fc.constantFrom(...toldHeaders), fc.string({ unit: 'binary', minLength: 2 })),
  })
  fc.assert(
    fc.property(told, request => {
      expect(parseHelperQuestion(lineOf(request))).toMatchObject(request)
    }),
  )
})

const hosts = ['good.test', 'other.test', 'evil.test'] as const
const bodyTypes = ['application/x-www-form-urlencoded', 'text/plain'] as const
const aRequest = fc.record({
  host: fc.constantFrom(...hosts),
  path: fc.constantFrom('/jobs/1', '/search', '/contact', '/', '/jobs/%2f', '/jobs/a;b', '/jobs/é'),
  query: fc.constantFrom('', '?q=cook', '?q=a&q=b', '?to=x', '?_method=POST', '?q=%00'),
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'),
  type: fc.constantFrom('mainFrame', 'image', 'xhr', 'ping', 'webSocket'),
  initiator: fc.constantFrom(undefined, 'https://good.test/jobs/1', 'https://evil.test', 'null'),
  contentType: fc.constantFrom(...bodyTypes),
  bodyBytes: fc.constantFrom(0, 5, 100, 101),
})

test('the helper and evaluateRequest agree, whatever is asked', async () => {
  await fc.assert(
    fc.asyncProperty(aRequest, async ({ host, path, query, method, type, initiator, contentType, bodyBytes }) => {
      const { href } = new URL(`https://${host}${path}${query}`)
      const isWrite = method === 'POST' || method === 'PUT'
      const headers = {
        'guichet-type': type,
        ...(initiator !== undefined && { 'guichet-initiator': initiator }),
        ...(isWrite && { 'content-length': String(bodyBytes), 'content-type': contentType }),
      }
      const decision = evaluateRequest(
        inForce.compiled,
        {
          url: href,
          method,
          type,
          ...(initiator !== undefined && { initiator }),
          ...(isWrite && { contentType, bodyBytes }),
        },
        inForce.circumstances,
      )
      const said = await say(lineOf({ url: href, method, headers }))
      const expected =
        decision.effect === 'allow'
          ? `0 OK verdict="granted" site="${decision.siteId}"`
          : `0 ERR verdict="refused" reason="${decision.reason}"`
      expect(said).toContain(expected)
    }),
    { numRuns: 300 },
  )
})
