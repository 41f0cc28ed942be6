import { expect, test } from 'vitest'
import { completeContent, severityOf } from './medical-answers.ts'

const now = new Date('2026-11-22T10:00:00Z')
const answers = { service: 'dentist', sinceWhen: 'some-days', howBad: 4 } as const

test('a form without words is complete', () => {
  expect(completeContent(answers, 'fr', now)).toEqual({
    ...answers,
    version: 1,
    text: '',
    language: 'fr',
    writtenAt: '2026-11-22T10:00:00.000Z',
  })
})

test.each(['service', 'sinceWhen', 'howBad'] as const)('a form without %s is not complete', missing => {
  const { [missing]: _left, ...rest } = answers
  expect(completeContent(rest, 'fr', now)).toBeNull()
})

test('the space around what was written is not sent', () => {
  expect(completeContent({ ...answers, text: '  it hurts \n' }, 'en', now)?.text).toBe('it hurts')
})

test('each face stands for one severity', () => {
  expect(severityOf({ howBad: 5 })).toBe('5')
  expect(severityOf({})).toBeNull()
})
