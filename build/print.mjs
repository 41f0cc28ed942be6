/** The one place of `build/` that writes for people. Results go to standard output, progress to standard error. */

/** @param {string} line */
export function print(line) {
  process.stdout.write(`${line}\n`)
}

/** @param {string} line */
export function printProgress(line) {
  process.stderr.write(`${line}\n`)
}

/** Redraws the last line of a terminal. @param {string} text */
function redraw(text) {
  process.stderr.write(`\r\u001B[K${text}`)
}

const TICK_MS = 1000
const SLOW_STEP_MS = 5000

/** @typedef {(detail: string) => void} ReportDetail tells how far a step is, in a few words */

/**
 * Runs one step and shows one line for it: what was done and in how many seconds.
 * While it runs, a terminal counts along; a log file gets a second line once the step proves slow.
 *
 * @template Result
 * @param {string} name
 * @param {(report: ReportDetail) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(name, work) {
  const startedAt = performance.now()
  let detail = ''
  let isAnnounced = false
  const elapsedMs = () => performance.now() - startedAt
  const timer = setInterval(() => {
    const text = `… ${name}${detail === '' ? '' : `: ${detail}`} (${Math.round(elapsedMs() / 1000)} s)`
    if (process.stderr.isTTY) redraw(text)
    else if (!isAnnounced && elapsedMs() >= SLOW_STEP_MS) {
      isAnnounced = true
      printProgress(text)
    }
  }, TICK_MS)
  try {
    const result = await work(text => {
      detail = text
    })
    finish('✓')
    return result
  } catch (error) {
    finish('✗')
    throw error
  } finally {
    clearInterval(timer)
  }

  /** @param {string} mark */
  function finish(mark) {
    if (process.stderr.isTTY) redraw('')
    printProgress(`${mark} ${name} (${(elapsedMs() / 1000).toFixed(1)} s)`)
  }
}
