import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from '../testing/temporary-folder.ts'
import { closingLine, isGreen, readPlaywrightReport, readVitestReport, sum, tallyOf } from './tally.mjs'

const vitestReport = JSON.stringify({ numPassedTests: 8, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })
const playwrightReport = JSON.stringify({ stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 3 } })

test('counts what vitest ran', () => {
  expect(readVitestReport(vitestReport)).toEqual({ passed: 8, failed: 1, skipped: 3 })
})

test('counts what Playwright ran', () => {
  expect(readPlaywrightReport(playwrightReport)).toEqual({ passed: 6, failed: 2, skipped: 3 })
})

test('refuses a report without numbers', () => {
  expect(() => readPlaywrightReport('{}')).toThrow('no number')
})

test('closes with a line that CI reads', () => {
  const total = sum([
    { passed: 8, failed: 1, skipped: 0 },
    { passed: 6, failed: 0, skipped: 0 },
  ])
  expect(closingLine(total)).toBe('14 passed, 1 failed')
  expect(closingLine({ ...total, skipped: 2 })).toBe('14 passed, 1 failed, 2 skipped')
})

test.each([
  ['something passed and nothing else happened', { passed: 1, failed: 0, skipped: 0 }, true],
  ['nothing ran', { passed: 0, failed: 0, skipped: 0 }, false],
  ['something failed', { passed: 9, failed: 1, skipped: 0 }, false],
  ['something was skipped', { passed: 9, failed: 0, skipped: 1 }, false],
])('is green or not when %s', (_name, tally, green) => {
  expect(isGreen(tally)).toBe(green)
})

test('reads the report that the run left', async () => {
  const report = path.join(temporaryFolder(), 'report.json')
  const runTests = () => {
    writeFiles(path.dirname(report), { 'report.json': vitestReport })
    return Promise.resolve(1)
  }
  expect(await tallyOf(report, readVitestReport, runTests)).toEqual({ passed: 8, failed: 1, skipped: 3 })
})

test('does not read the report of an earlier run', async () => {
  const folder = temporaryFolder({ 'report.json': vitestReport })
  const tally = await tallyOf(path.join(folder, 'report.json'), readVitestReport, () => Promise.resolve(0))
  expect(tally).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('counts a run that failed without naming a test as a failure', async () => {
  const report = path.join(temporaryFolder(), 'report.json')
  const allPassed = JSON.stringify({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 })
  const runTests = () => {
    writeFiles(path.dirname(report), { 'report.json': allPassed })
    return Promise.resolve(1)
  }
  expect(await tallyOf(report, readVitestReport, runTests)).toEqual({ passed: 3, failed: 1, skipped: 0 })
})
