import { readFileSync, rmSync } from 'node:fs'
import { isRecord, parseJsonRecord } from '../setup/json.mjs'
import { isMissing } from '../setup/tree.mjs'

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Tally how many tests */

/** @param {unknown} value */
function count(value) {
  if (typeof value !== 'number') throw new TypeError('A test report has no number where one belongs.')
  return value
}

/** @param {string} text of vitest's JSON report @returns {Tally} */
export function readVitestReport(text) {
  const report = parseJsonRecord(text)
  return {
    passed: count(report['numPassedTests']),
    failed: count(report['numFailedTests']),
    skipped: count(report['numPendingTests']) + count(report['numTodoTests']),
  }
}

/** @param {string} text of Playwright's JSON report @returns {Tally} */
export function readPlaywrightReport(text) {
  const { stats } = parseJsonRecord(text)
  const { expected, flaky, skipped, unexpected } = isRecord(stats) ? stats : {}
  return { passed: count(expected) + count(flaky), failed: count(unexpected), skipped: count(skipped) }
}

/**
 * Runs tests and counts them. A run that failed without naming a test, or that left no report, counts as one failure.
 *
 * @param {string} report the file it leaves
 * @param {(text: string) => Tally} read
 * @param {() => Promise<number>} runTests answers the exit code
 * @returns {Promise<Tally>}
 */
export async function tallyOf(report, read, runTests) {
  rmSync(report, { force: true })
  const code = await runTests()
  const tally = readOrNothing(report, read)
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

/** @type {(report: string, read: (text: string) => Tally) => Tally} */
function readOrNothing(report, read) {
  try {
    return read(readFileSync(report, 'utf8'))
  } catch (error) {
    if (isMissing(error)) return { passed: 0, failed: 1, skipped: 0 }
    throw error
  }
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  const total = (/** @type {keyof Tally} */ field) => tallies.reduce((all, tally) => all + tally[field], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

/**
 * The closing line of a run, in the form that CI systems read.
 *
 * @param {Tally} tally
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * Nothing ran is not success, and neither is a test that was skipped.
 *
 * @param {Tally} tally
 */
export function isGreen({ passed, failed, skipped }) {
  return passed > 0 && failed === 0 && skipped === 0
}
