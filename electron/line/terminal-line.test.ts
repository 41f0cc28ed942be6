import { GuichetError } from '#shared/errors/guichet-error.ts'
import { expect, test } from 'vitest'
import type { HttpAnswer, HttpRequest } from './http-exchange.ts'
import { createServerClock } from './server-clock.ts'
import { createTerminalLine, evaluateAnswer } from './terminal-line.ts'
import type { TerminalTokens } from './terminal-token.ts'

const asked = { method: 'GET', path: '/terminal/v1/probe' } as const
const now = Date.parse('2026-11-22T10:00:00Z')

const answer = (status: number, changes: Partial<HttpAnswer> = {}): HttpAnswer => ({
  status,
  date: 'Sun, 22 Nov 2026 10:00:00 GMT',
  retryAfter: undefined,
  text: '{"code":"ANY","retryable":false}',
  ...changes,
})

function line(answers: (HttpAnswer | Error)[], { clockMs = now, keptToken = false } = {}) {
  const used: string[] = []
  const outcomes: string[] = []
  const clock = createServerClock(() => clockMs)
  let kept = keptToken
  const tokens: TerminalTokens = {
    current: () => ({ token: `${kept ? 'kept' : 'fresh'} at ${new Date(clock.nowMs()).toISOString()}`, isKept: kept }),
    forget: () => {
      kept = false
    },
  }
  const exchange = async ({ token }: HttpRequest) => {
    used.push(token)
    const next = answers.shift()
    if (next === undefined) throw new Error('asked more often than expected')
    if (next instanceof Error) throw next
    return next
  }
  const ask = createTerminalLine({ exchange, tokens, clock, onOutcome: status => outcomes.push(status) })
  return { ask, used, outcomes }
}

test.each([
  ['a good answer', answer(200, { text: '{"a":1}' }), { status: 'answered', httpStatus: 200, body: { a: 1 } }],
  ['a good answer without words', answer(204, { text: '' }), { status: 'answered', httpStatus: 204, body: null }],
  [
    'a conflict, which a terminal acts upon',
    answer(409, { text: '{}' }),
    { status: 'answered', httpStatus: 409, body: {} },
  ],
  ['an unknown terminal', answer(401), { status: 'refused' }],
  ['a terminal that may not', answer(403), { status: 'refused' }],
  ['too many questions', answer(429, { retryAfter: '3' }), { status: 'busy', retryAfterMs: 3000 }],
  ['a server that is down for a while', answer(503, { retryAfter: '60' }), { status: 'busy', retryAfterMs: 60_000 }],
  ['a server that failed', answer(500), { status: 'busy', retryAfterMs: null }],
  ['a redirect', answer(302), { status: 'busy', retryAfterMs: null }],
])('takes %s for what it is', (_name, given, expected) => {
  expect(evaluateAnswer(given, now)).toEqual(expected)
})

test.each([
  ['a body that is not taken', 400, { status: 'answered', httpStatus: 400, body: null }],
  ['a route that is gone', 404, { status: 'answered', httpStatus: 404, body: null }],
  ['a terminal that may not', 403, { status: 'refused' }],
  ['too many questions', 429, { status: 'busy', retryAfterMs: null }],
  ['a server that failed', 500, { status: 'busy', retryAfterMs: null }],
])('tells who hears rejections of %s', (_name, status, expected) => {
  expect(evaluateAnswer(answer(status, { text: 'no JSON' }), now, true)).toEqual(expected)
})

test('keeps a rejection from who does not hear them', () => {
  expect(evaluateAnswer(answer(400), now)).toEqual({ status: 'busy', retryAfterMs: null })
})

test('tries again with the server’s time when its own clock is wrong', async () => {
  const { ask, used } = line([answer(401), answer(200, { text: '{}' })], { clockMs: 1000 })
  await expect(ask(asked)).resolves.toMatchObject({ status: 'answered' })
  expect(used).toEqual(['fresh at 1970-01-01T00:00:01.000Z', 'fresh at 2026-11-22T10:00:00.500Z'])
})

test('tries again with a fresh token in place of a kept one', async () => {
  const { ask, used } = line([answer(401), answer(200, { text: '{}' })], { keptToken: true })
  await expect(ask(asked)).resolves.toMatchObject({ status: 'answered' })
  expect(used.map(token => token.split(' ')[0])).toEqual(['kept', 'fresh'])
})

test('does not try again when neither the clock nor the token can be the reason', async () => {
  const { ask, used } = line([answer(401)])
  await expect(ask(asked)).resolves.toEqual({ status: 'refused' })
  expect(used).toHaveLength(1)
})

test('tries no more than twice', async () => {
  const { ask } = line([answer(401), answer(401)], { clockMs: 1000, keptToken: true })
  await expect(ask(asked)).resolves.toEqual({ status: 'refused' })
})

test('says that the line is gone', async () => {
  const { ask, outcomes } = line([new GuichetError('LINE_UNREACHABLE', 'nobody')])
  await expect(ask(asked)).resolves.toEqual({ status: 'unreachable', mayHaveArrived: false })
  expect(outcomes).toEqual(['unreachable'])
})

test('takes an answer that is not JSON for a failing server', async () => {
  const { ask, outcomes } = line([answer(200, { text: '<html>' })])
  await expect(ask(asked)).resolves.toEqual({ status: 'busy', retryAfterMs: null })
  expect(outcomes).toEqual(['busy'])
})
