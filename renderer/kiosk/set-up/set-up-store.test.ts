import { expect, test } from 'vitest'
import {
  ADDRESS,
  CODE,
  fingerprint,
  looked,
  openSetUpBench,
  sheetText,
  words,
  WRITTEN_CODE,
} from './testing/set-up-bench.ts'

/** Begun, with the address and the code typed: the words are to be compared. */
async function comparing() {
  const bench = openSetUpBench()
  const { setUp } = bench
  await setUp.begin()
  setUp.typeAddress(ADDRESS)
  await setUp.goOn()
  setUp.typeCode('7k2mqx4d9rta')
  await setUp.goOn()
  return bench
}

test('server, code, words, cell: each asks for the next', async () => {
  const { setUp, state, asked, main } = await comparing()
  expect(state()).toMatchObject({ step: 'compare', code: WRITTEN_CODE, server: { words }, looked: null })
  expect(asked()).toEqual(['enrolment:begin', 'enrolment:find-server'])
  await setUp.answerWords(true)
  expect(state()).toMatchObject({ looked, isEnrolled: false })
  await setUp.answerCell(true)
  expect(state()).toMatchObject({ isEnrolled: true, failure: null })
  expect(main.calls.at(2)).toEqual({ name: 'enrolment:look', input: { code: CODE, areWordsSame: true } })
})

test('the code is not sent where the words are others, and the server is forgotten', async () => {
  const { setUp, state, asked } = await comparing()
  await setUp.answerWords(false)
  expect(state()).toMatchObject({ failure: { code: 'ENROLMENT_KEY_DIFFERS' }, server: null })
  setUp.startOver()
  expect(state()).toMatchObject({ step: 'server', address: ADDRESS, code: WRITTEN_CODE, failure: null })
  await setUp.goOn()
  expect(state()).toMatchObject({ step: 'compare', looked: null })
  expect(asked()).not.toContain('enrolment:look')
})

test('a sheet’s text fills in everything, and asks only for the cell', async () => {
  const { setUp, state, main } = openSetUpBench()
  await setUp.begin()
  await setUp.scan(sheetText)
  expect(state()).toMatchObject({ step: 'compare', address: ADDRESS, code: WRITTEN_CODE, looked })
  expect(main.calls[1]?.input).toEqual({ address: ADDRESS, fingerprint })
})

test.each(['typeAddress', 'typeCode'] as const)('a sheet’s text is known in a field too: %s', async type => {
  const { setUp, state } = openSetUpBench()
  await setUp.begin()
  setUp[type](sheetText.toLowerCase())
  await expect.poll(() => state().looked).toEqual(looked)
})

test('a key that is not the sheet’s stays refused until the address is typed anew', async () => {
  const { setUp, state, refuse, main } = openSetUpBench()
  await setUp.begin()
  refuse('enrolment:find-server', 'ENROLMENT_KEY_DIFFERS')
  await setUp.scan(sheetText)
  expect(state()).toMatchObject({ step: 'server', failure: { code: 'ENROLMENT_KEY_DIFFERS' } })
  await setUp.goOn()
  expect(main.calls.at(-1)?.input).toEqual({ address: ADDRESS, fingerprint })
  setUp.typeAddress('10.0.0.6')
  await setUp.goOn()
  expect(main.calls.at(-1)?.input).toEqual({ address: '10.0.0.6', fingerprint: null })
})

test.each([
  'ENROLMENT_CODE_EXPIRED',
  'ENROLMENT_CODE_UNKNOWN',
  'ENROLMENT_CODE_USED',
  'ENROLMENT_OTHER_TERMINAL',
] as const)('%s goes back to the code, which stays, and the words are not asked again', async code => {
  const { setUp, state, refuse, main } = await comparing()
  refuse('enrolment:look', code)
  await setUp.answerWords(true)
  expect(state()).toMatchObject({ step: 'code', code: WRITTEN_CODE, failure: { code } })
  main.overrides = { ...main.overrides, 'enrolment:look': () => looked }
  setUp.typeCode('0000-0000-0000')
  expect(state().failure).toBeNull()
  await setUp.goOn()
  expect(state()).toMatchObject({ step: 'compare', looked })
})

test('another cell goes back to the code', async () => {
  const { setUp, state, asked } = await comparing()
  await setUp.answerWords(true)
  await setUp.answerCell(false)
  expect(state()).toMatchObject({ step: 'code', failure: { code: 'ENROLMENT_OTHER_TERMINAL' }, code: WRITTEN_CODE })
  expect(asked()).not.toContain('enrolment:take-in')
})

test('a code that is too short is not sent', async () => {
  const { setUp, state, asked } = openSetUpBench()
  await setUp.begin()
  setUp.typeAddress(ADDRESS)
  await setUp.goOn()
  setUp.typeCode('7K2M')
  await setUp.goOn()
  expect(state()).toMatchObject({ step: 'code', failure: { code: 'CODE_INCOMPLETE' } })
  expect(asked()).toHaveLength(2)
})

test('what failed for want of a server is tried again where it was', async () => {
  const { setUp, state, refuse, main } = await comparing()
  await setUp.answerWords(true)
  refuse('enrolment:take-in', 'LINE_ANSWER_LOST')
  await setUp.answerCell(true)
  expect(state()).toMatchObject({ step: 'compare', failure: { code: 'LINE_ANSWER_LOST' }, isEnrolled: false })
  main.overrides = { ...main.overrides, 'enrolment:take-in': () => ({}) }
  await setUp.tryAgain()
  expect(state()).toMatchObject({ isEnrolled: true, failure: null })
})

test('a clock that is wrong is looked at again by itself, until it is right', async () => {
  const { setUp, state, clock, main } = await comparing()
  const times = { serverTime: '2026-11-23T08:00:00.000Z', terminalTime: '1970-01-01T00:00:00.000Z' }
  main.overrides = { ...main.overrides, 'enrolment:look': () => ({ status: 'clock-wrong' as const, ...times }) }
  await setUp.answerWords(true)
  expect(state().failure).toEqual({ code: 'CLOCK_UNTRUSTED', clock: times })
  main.overrides = { ...main.overrides, 'enrolment:look': () => looked }
  clock.advance(10_000)
  await expect.poll(() => state().looked).toEqual(looked)
})

test('an enrolment file leaves the cell to be asked, a pinned server the code', async () => {
  const file = openSetUpBench()
  file.lies({ code: CODE, isUnderWay: false })
  await file.setUp.begin()
  expect(file.state()).toMatchObject({ step: 'compare', looked })
  const pinned = openSetUpBench()
  pinned.lies({ code: null, isUnderWay: false })
  await pinned.setUp.begin()
  expect(pinned.state()).toMatchObject({ step: 'code', address: ADDRESS })
})

test('an enrolment that was cut off goes on by itself', async () => {
  const { setUp, state, lies, asked } = openSetUpBench()
  lies({ code: CODE, isUnderWay: true })
  await setUp.begin()
  expect(state().isEnrolled).toBe(true)
  expect(asked()).toEqual(['enrolment:begin', 'enrolment:take-in'])
})

test('two presses at once ask once', async () => {
  const { setUp, asked } = await comparing()
  await setUp.answerWords(true)
  await Promise.all([setUp.answerCell(true), setUp.answerCell(true)])
  expect(asked().filter(name => name === 'enrolment:take-in')).toHaveLength(1)
})
