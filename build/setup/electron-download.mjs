import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { forwardSignals } from './process.mjs'

/** How long a download may stand still before it counts as impossible. */
const FIRST_BYTE_MS = 10_000
const STALL_MS = 30_000

/** For how long a machine on which it was impossible is not asked again. */
const ASK_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000

const POLL_MS = 500

/**
 * Lets Electron's own installer download its binary; it checks the SHA-256 that its npm package lists.
 * The installer has no time-out of its own, so it is ended when no more bytes come in.
 *
 * @param {string} electron the folder of the package
 * @param {import('../print.mjs').ReportDetail} report
 * @returns {Promise<boolean>} whether it succeeded
 */
export function downloadElectron(electron, report) {
  const temporary = mkdtempSync(path.join(tmpdir(), 'guichet-electron-'))
  const child = spawn(process.execPath, [path.join(electron, 'install.js')], {
    cwd: electron,
    env: { ...process.env, TMPDIR: temporary },
    stdio: 'ignore',
  })
  const stopForwarding = forwardSignals(child)
  const stopWatching = watchProgress([temporary, path.join(electron, 'dist')], { report, stalled: () => child.kill() })
  return new Promise(resolve => {
    const finish = (/** @type {boolean} */ isDone) => {
      stopWatching()
      stopForwarding()
      rmSync(temporary, { recursive: true, force: true })
      resolve(isDone)
    }
    child.once('error', () => finish(false))
    child.once('exit', code => finish(code === 0))
  })
}

/**
 * @param {readonly string[]} folders that fill while it goes well
 * @param {{ report: import('../print.mjs').ReportDetail, stalled: () => void }} observer
 * @returns {() => void} stops watching
 */
function watchProgress(folders, { report, stalled }) {
  let bytes = 0
  let grewAt = performance.now()
  const timer = setInterval(() => {
    const now = folders.reduce((sum, folder) => sum + sizeOf(folder), 0)
    if (now !== bytes) grewAt = performance.now()
    bytes = now
    report(`${Math.round(bytes / 1e6)} MB`)
    if (performance.now() - grewAt > (bytes === 0 ? FIRST_BYTE_MS : STALL_MS)) stalled()
  }, POLL_MS)
  return () => clearInterval(timer)
}

/** @type {(folder: string) => number} */
function sizeOf(folder) {
  if (!existsSync(folder)) return 0
  let bytes = 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    // A file may go while it is counted.
    bytes += statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0
  }
  return bytes
}

/** @param {string} cache */
function refusalFile(cache) {
  return path.join(cache, 'electron-download-impossible')
}

/**
 * Remembers that the download is impossible here, so that the next set-up does not wait for it again.
 *
 * @param {string} cache
 * @param {Date} now
 */
export function rememberRefusal(cache, now) {
  writeFileSync(refusalFile(cache), 'Electron could not be downloaded. Delete this file to try again at once.\n')
  utimesSync(refusalFile(cache), now, now)
}

/**
 * @param {string} cache
 * @param {Date} now
 */
export function isRefusalFresh(cache, now) {
  const refused = statSync(refusalFile(cache), { throwIfNoEntry: false })
  return refused !== undefined && now.getTime() - refused.mtimeMs < ASK_AGAIN_AFTER_MS
}
