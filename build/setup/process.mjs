import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { SetUpError } from './set-up-error.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [uid] with `gid`: the account to run as; supplementary groups are dropped
 * @property {number} [gid]
 */

const forwardedSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a program in this one's place.
 *
 *  - It shares the three standard streams.
 *  - Signals that are sent to this process reach it; this process ends only after it.
 *  - The answer is its exit code, 128 + n when signal n ended it, 127 when it could not be started.
 *
 * Held by the tests "keeps the exit code" and "forwards a signal and waits for the end".
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const stopForwarding = forwardSignals(child)
    child.once('error', error => {
      stopForwarding()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      stopForwarding()
      resolve(exitCode(code, signal))
    })
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops it
 */
export function forwardSignals(child) {
  const listeners = forwardedSignals.map(signal => {
    const forward = () => {
      // Ctrl-C on a terminal reaches the whole process group by itself; twice would mean "at once, without cleaning up".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    process.on(signal, forward)
    return () => process.off(signal, forward)
  })
  return () => {
    for (const stop of listeners) stop()
  }
}

/** @type {(code: number | null, signal: NodeJS.Signals | null) => number} */
export function exitCode(code, signal) {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal])
}

/** How much of what a failed program said an error repeats of its beginning and of its end, in characters. */
const REPEATED = 2000

/** @param {string} words */
function shortened(words) {
  const text = words.trim()
  return text.length <= 2 * REPEATED ? text : `${text.slice(0, REPEATED)}\n[...]\n${text.slice(-REPEATED)}`
}

/** @typedef {RunOptions & { input?: NodeJS.ReadableStream | string | Uint8Array }} CaptureOptions */

/** @typedef {{ readonly code: number, readonly output: string, readonly said: string }} Outcome `said`: also its errors */

/**
 * Runs a program quietly and returns what it printed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CaptureOptions} [options]
 * @returns {Promise<string>}
 * @throws {SetUpError} with what the program said when it ends with anything but 0
 */
export async function capture(command, args, options) {
  const { code, output, said } = await observe(command, args, options)
  if (code !== 0) throw new SetUpError(`${command} ${args[0] ?? ''} ended with ${code}:\n${shortened(said)}`)
  return output
}

/**
 * Runs a program quietly to its end, whatever the end is. It hears the signals that this process hears.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CaptureOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function observe(command, args, { input, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] })
    const stopForwarding = forwardSignals(child)
    let output = ''
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text
      said += text
    })
    child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      said += text
    })
    child.once('error', error => {
      stopForwarding()
      reject(error)
    })
    child.once('close', (code, signal) => {
      stopForwarding()
      resolve({ code: exitCode(code, signal), output, said })
    })
    feed(child.stdin, input)
  })
}

/** @type {(stdin: import('node:stream').Writable | null, input: CaptureOptions['input']) => void} */
function feed(stdin, input) {
  if (stdin === null || input === undefined) return
  // A program that ends before it has read everything says so by its exit code.
  stdin.on('error', () => undefined)
  if (typeof input === 'string' || input instanceof Uint8Array) stdin.end(input)
  else input.pipe(stdin)
}
