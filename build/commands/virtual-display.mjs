import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SetUpError } from '../setup/set-up-error.mjs'

const screen = '1920x1080x24'

/**
 * Runs something on a display of its own, which ends with it. Only who holds the cookie may look at it or type into it.
 *
 * Debian's `xvfb-run` does the same, but leaves its display and its program behind when it is ended by a signal.
 *
 * @template Result
 * @param {(env: NodeJS.ProcessEnv) => Promise<Result>} work gets the environment in which windows appear there
 * @param {{ readonly startsAnew?: boolean }} [options] `startsAnew`: once nobody is on it, it is as it was at first. It then
 *   takes along who comes just then, and a window manager.
 * @returns {Promise<Result>}
 */
export async function withVirtualDisplay(work, { startsAnew = false } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-display-'))
  const authority = path.join(folder, 'authority')
  writeFileSync(authority, authorityFile(randomBytes(16)), { mode: 0o600 })
  // The display tells its number on the fourth stream once it can be used.
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-auth', authority]
  if (!startsAnew) args.push('-noreset')
  // In a group of its own: Ctrl-C must reach the program on the display, and the display only after it.
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true })
  try {
    const display = `:${await displayNumber(server)}`
    return await work({ ...process.env, DISPLAY: display, XAUTHORITY: authority })
  } finally {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new SetUpError('The virtual display (Xvfb) could not be started.'))
    server.once('error', fail)
    server.once('exit', fail)
    server.stdio[3]?.once('data', (/** @type {Buffer} */ text) => resolve(text.toString().trim()))
  })
}

/** Matches every host and every display number: the cookie is made before the number is known. */
const ANY_FAMILY = 0xff_ff

/**
 * The file by which an X server and its clients know each other: one entry, each field with its length before it.
 *
 * @param {Buffer} cookie
 */
export function authorityFile(cookie) {
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), cookie]
  const short = (/** @type {number} */ value) => Buffer.from([value >> 8, value & 0xff])
  return Buffer.concat([short(ANY_FAMILY), ...fields.flatMap(field => [short(field.length), field])])
}
