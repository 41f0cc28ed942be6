import { GuichetError } from '#shared/errors/guichet-error.ts'
import { expect, test } from 'vitest'
import { rememberLog } from './recent-log.ts'

const at = '2026-11-23T08:00:00.000Z'

function remember() {
  const written: string[] = []
  const log = { error: (part: string) => written.push(part), info: (part: string) => written.push(part) }
  return { ...rememberLog(log, () => new Date(at)), written }
}

test('remembers codes and places, the newest first, and still writes', () => {
  const { log, recent, written } = remember()
  log.info('line', 'reachable', { count: 3 })
  log.error('files', new GuichetError('DATA_FOLDER_UNUSABLE', 'a file of Amara Diallo'))
  log.error('main', new Error('Amara Diallo'))
  expect(recent()).toEqual([
    { at, level: 'error', part: 'main', code: 'INTERNAL' },
    { at, level: 'error', part: 'files', code: 'DATA_FOLDER_UNUSABLE' },
    { at, level: 'info', part: 'line', code: 'reachable' },
  ])
  expect(written).toEqual(['line', 'files', 'main'])
})

test('forgets what is long past', () => {
  const { log, recent } = remember()
  for (let count = 0; count < 100; count += 1) log.info('line', `change-${count}`)
  expect(recent()).toHaveLength(30)
  expect(recent()[0]).toMatchObject({ code: 'change-99' })
})
