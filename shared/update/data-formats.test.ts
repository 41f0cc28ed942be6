import { expect, test } from 'vitest'
import { FORMAT_VERSION } from '../journal/file-header.ts'
import { canFollow, type DataFormats, ownDataFormats } from './data-formats.ts'

/** Reads one format more of the journal, and writes the old one on trial. */
const twoSteps: DataFormats = { ...ownDataFormats, journalNewest: ownDataFormats.journalNewest + 1 }
const oneStep: DataFormats = { ...twoSteps, journalOnTrial: twoSteps.journalNewest }
const forgets: DataFormats = { ...oneStep, journalOldest: oneStep.journalOnTrial }

test.each([
  ['of the same formats', ownDataFormats, ownDataFormats, true],
  ['that reads both and writes the old', ownDataFormats, twoSteps, true],
  ['that writes the new at once', ownDataFormats, oneStep, false],
  ['that writes the new over one that reads it', twoSteps, oneStep, true],
  ['that no longer reads what lies there', twoSteps, forgets, false],
])('an update %s', (_what, before, next, expected) => {
  expect(canFollow(before, next)).toBe(expected)
})

test('names the format of the journal that the code has', () => {
  expect([ownDataFormats.journalOnTrial, ownDataFormats.journalNewest]).toEqual([FORMAT_VERSION, FORMAT_VERSION])
})
