import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { printProgress } from '../print.mjs'

const RETRY_MS = 100
const TRIES_BEFORE_WORD = 20

/**
 * Lets one set-up work at a time: two at once would install into each other's half-made folders.
 * A lock whose holder has died is taken over.
 *
 * @template Result
 * @param {string} file
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withLock(file, work) {
  mkdirSync(path.dirname(file), { recursive: true })
  for (let tries = 1; !tryTake(file); tries += 1) {
    if (tries === TRIES_BEFORE_WORD)
      printProgress(`… waiting for another set-up (process ${holderOf(file) ?? 'unknown'})`)
    await wait(RETRY_MS)
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/** @param {string} file */
function tryTake(file) {
  const holder = holderOf(file)
  if (holder !== undefined && !isAlive(holder)) rmSync(file, { force: true })
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** @param {string} file */
function holderOf(file) {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return Number.isNaN(pid) ? undefined : pid
  } catch {
    return undefined
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Not ours to signal means that it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
