import { expect, test } from 'vitest'
import { forgetCopies } from './forget-copies.ts'

test('forgets what was copied and what was selected', () => {
  const older: unknown[] = []
  forgetCopies({ clear: type => older.push(type ?? 'copied') })
  expect(older).toEqual(['copied', 'selection'])

  const newer: string[] = []
  forgetCopies({ clear: () => newer.push('copied'), selection: { clear: () => newer.push('selected') } })
  expect(newer).toEqual(['copied', 'selected'])
})
