import { readFileSync } from 'node:fs'
import path from 'node:path'
import { handOver, prepareForRoot } from './hand-over.mjs'
import { withLock } from './lock.mjs'
import { parseJsonRecord } from './json.mjs'
import { assertNodeVersion } from './node-version.mjs'
import { prepareFolder, prepareSystem, userCache } from './prepare.mjs'

/**
 * @typedef {object} Preparation
 * @property {string} checkout
 * @property {readonly string[]} program what to run as the unprivileged account when this process is root's
 * @property {ReadonlySet<import('./prepare.mjs').Need>} needs
 * @property {'account' | 'checkout'} place `checkout`: the command changes the checkout itself, so root runs it there
 */

/** @typedef {{ isDone: true, code: number } | { isDone: false }} Outcome whether another process did it all already */

/**
 * Sets up what a command needs. Anyone but root works in the checkout, as themselves.
 * Root hands over to an unprivileged account, which runs the command; then there is nothing left to do here.
 *
 * @param {Preparation} preparation
 * @returns {Promise<Outcome>}
 */
export async function prepare({ checkout, program, needs, place }) {
  assertNodeVersion(neededNode(checkout))
  const isRoot = process.getuid?.() === 0
  if (isRoot && place === 'account') return { isDone: true, code: await handOver({ checkout, program, needs }) }
  if (isRoot) await prepareForRoot(checkout)
  else Object.assign(process.env, await prepareForUser(checkout, needs))
  return { isDone: false }
}

/** @type {(checkout: string, needs: ReadonlySet<import('./prepare.mjs').Need>) => Promise<NodeJS.ProcessEnv>} */
async function prepareForUser(checkout, needs) {
  return withLock(path.join(checkout, '.guichet/set-up.lock'), async () => {
    await prepareSystem(needs)
    return prepareFolder(checkout, userCache(process.env), needs)
  })
}

/** @param {string} checkout */
function neededNode(checkout) {
  const { engines } = parseJsonRecord(readFileSync(path.join(checkout, 'package.json'), 'utf8'))
  return String(Object.entries(engines ?? {}).find(([name]) => name === 'node')?.[1] ?? '>=0')
}
