import { REFUSAL_REPORT_LIMIT, refusalReportSchema } from '#shared/contracts/refusals.ts'
import { expect, test } from 'vitest'
import type { LineAnswer } from '../line/terminal-line.ts'
import { type CountedRefusal, createRefusalReport } from './refusal-report.ts'

const refusal: CountedRefusal = {
  reason: 'path-not-listed',
  siteId: 'jobs',
  host: 'jobs.example',
  path: '/contact',
  method: 'GET',
  type: 'mainFrame',
}
const answered: LineAnswer = { status: 'answered', httpStatus: 204, body: null }

const today: { readonly day?: string } = { day: '2026-11-22' }

function report({ day } = today) {
  const state: { answer: LineAnswer } = { answer: answered }
  const sent: { path: string; counts: number[]; hosts: string[] }[] = []
  const dropped: number[] = []
  const planned: { run: () => void; delayMs: number }[] = []
  const { add, visitEnded } = createRefusalReport({
    ask: async ({ path, body = '' }) => {
      const { refusals } = refusalReportSchema.parse(JSON.parse(body))
      sent.push({ path, counts: refusals.map(({ count }) => count), hosts: refusals.map(({ host }) => host) })
      return state.answer
    },
    day: () => day,
    later: (run, delayMs) => planned.push({ run, delayMs }),
    onDropped: count => dropped.push(count),
    random: () => 1,
  })
  const pass = async () => {
    planned.shift()?.run()
    await new Promise(resolve => {
      setImmediate(resolve)
    })
  }
  return { add, visitEnded, sent, dropped, planned, pass, state }
}

test('counts what is the same, and reports it a few minutes later', async () => {
  const { add, sent, planned, pass } = report()
  add(refusal)
  add(refusal)
  add({ ...refusal, path: '/other' })
  expect([sent, planned.map(({ delayMs }) => delayMs)]).toEqual([[], [180_000]])
  await pass()
  expect(sent).toEqual([{ path: '/terminal/v1/refusals', counts: [2, 1], hosts: ['jobs.example', 'jobs.example'] }])
  expect(planned).toEqual([])
})

test('reports at the end of a visit, and nothing where nothing was refused', async () => {
  const { add, visitEnded, sent } = report()
  visitEnded()
  add(refusal)
  visitEnded()
  await expect.poll(() => sent.length).toBe(1)
})

test('keeps what could not be told, and asks ever less often', async () => {
  const { add, visitEnded, sent, planned, pass, state } = report()
  state.answer = { status: 'unreachable', mayHaveArrived: false }
  add(refusal)
  await pass()
  expect(planned[0]?.delayMs).toBe(360_000)
  visitEnded()
  expect(sent).toHaveLength(1)
  await pass()
  expect(planned[0]?.delayMs).toBe(720_000)
  state.answer = { status: 'busy', retryAfterMs: 3_000_000 }
  await pass()
  expect(planned[0]?.delayMs).toBe(3_000_000)
  state.answer = answered
  await pass()
  expect(sent.map(({ counts }) => counts)).toEqual([[1], [1], [1], [1]])
  expect(planned).toEqual([])
})

test('what the server rejects for good is dropped and counted, and does not stand before what comes', async () => {
  const { add, visitEnded, sent, dropped, pass, state } = report()
  state.answer = { status: 'answered', httpStatus: 400, body: null }
  add(refusal)
  add(refusal)
  visitEnded()
  await expect.poll(() => dropped).toEqual([2])
  state.answer = answered
  add({ ...refusal, path: '/other' })
  await pass()
  expect(sent.map(({ counts }) => counts)).toEqual([[2], [1]])
  expect(dropped).toEqual([2])
})

test('what is refused while a report is on its way is not lost', async () => {
  const { add, visitEnded, sent, pass } = report()
  add(refusal)
  visitEnded()
  add(refusal)
  await expect.poll(() => sent.length).toBe(1)
  await pass()
  expect(sent.map(({ counts }) => counts)).toEqual([[1], [1]])
})

test('a page that makes up addresses fills neither the memory nor a report', async () => {
  const { add, sent, pass, planned } = report()
  for (let number = 0; number < 5000; number += 1) add({ ...refusal, path: `/${number}` })
  while (planned.length > 0) await pass()
  expect(sent.every(({ counts }) => counts.length <= REFUSAL_REPORT_LIMIT)).toBe(true)
  const total = sent.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0)
  expect([sent.length, total]).toEqual([6, 5000])
  expect(sent.at(-1)?.hosts).toEqual([''])
})

test('without a day nothing is counted', () => {
  const { add, planned } = report({})
  add(refusal)
  expect(planned).toEqual([])
})
