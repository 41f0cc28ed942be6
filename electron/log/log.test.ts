import { GuichetError } from '#shared/errors/guichet-error.ts'
import { expect, test } from 'vitest'
import { createLog } from './log.ts'

function logged(run: (log: ReturnType<typeof createLog>) => void) {
  const lines: string[] = []
  run(createLog({ write: line => lines.push(line), now: () => new Date('2026-11-22T10:00:00Z') }))
  expect(lines).toHaveLength(1)
  return { text: lines[0] ?? '', fields: JSON.parse(lines[0] ?? '') as Record<string, unknown> }
}

test('writes one JSON object a line', () => {
  const { text, fields } = logged(log => {
    log.info('line', 'LINE_ANSWERED', { count: 2 })
  })
  expect(text.endsWith('}\n')).toBe(true)
  expect(fields).toEqual({
    at: '2026-11-22T10:00:00.000Z',
    level: 'info',
    part: 'line',
    code: 'LINE_ANSWERED',
    count: 2,
  })
})

test('writes the code of a foreseen failure and the system’s word for its cause', () => {
  const cause = Object.assign(new Error('no space on /home/amara'), { code: 'ENOSPC' })
  const { fields } = logged(log => {
    log.error('journal', new GuichetError('JOURNAL_FULL', 'full', { cause }))
  })
  expect(fields).toMatchObject({ level: 'error', part: 'journal', code: 'JOURNAL_FULL', reason: 'ENOSPC' })
})

test.each([
  ['writes no message of an error', new TypeError('Amara Diallo 4711 said: my tooth hurts')],
  ['writes no message of a cause', new GuichetError('INTERNAL', 'Amara', { cause: new Error('4711 tooth') })],
  ['writes no message of many lines', new Error('Amara\n4711\ntooth')],
  ['writes nothing of what is no error', { name: 'Amara', number: '4711', text: 'tooth' }],
  ['writes no code that is a sentence', Object.assign(new Error('x'), { code: 'Amara 4711 tooth' })],
])('%s', (_name, thrown) => {
  const { text } = logged(log => {
    log.error('operation:confirm', thrown)
  })
  expect(text).not.toMatch(/Amara|4711|tooth/)
  expect(JSON.parse(text)).toMatchObject({ code: 'INTERNAL' })
})

test('says where in the code a bug came from', () => {
  const { fields } = logged(log => {
    log.error('main', new RangeError('x'))
  })
  expect(fields['name']).toBe('RangeError')
  expect(JSON.stringify(fields['trace'])).toContain('log.test.ts')
})
