import { expect, test } from 'vitest'
import { createProbe } from './probe.ts'
import type { LineAnswer } from './terminal-line.ts'

test.each<[string, LineAnswer, unknown]>([
  [
    'an answer, and nothing of what it holds',
    { status: 'answered', httpStatus: 200, body: { x: 1 } },
    { status: 'answered' },
  ],
  [
    'that nobody answers',
    { status: 'unreachable', mayHaveArrived: false },
    { status: 'unreachable', mayHaveArrived: false },
  ],
  ['that the server asks to wait', { status: 'busy', retryAfterMs: 1000 }, { status: 'busy', retryAfterMs: 1000 }],
])('tells %s', async (_name, answer, expected) => {
  const asked: string[] = []
  const probe = createProbe(async ({ method, path }) => {
    asked.push(`${method} ${path}`)
    return answer
  })
  expect(await probe()).toEqual(expected)
  expect(asked).toEqual(['GET /terminal/v1/probe'])
})
