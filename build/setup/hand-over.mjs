import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import path from 'node:path'
import { printProgress } from '../print.mjs'
import { accountEnvironment, ensureAccount } from './account.mjs'
import { bringBack } from './bring-back.mjs'
import { ensureDependencyFolder, linkDependencies } from './dependency-folder.mjs'
import { shareDisplay } from './display-access.mjs'
import { withLock } from './lock.mjs'
import { mirror } from './mirror.mjs'
import { nodeForAccount } from './node-for-account.mjs'
import { prepareFolder, prepareSystem } from './prepare.mjs'
import { capture, run } from './process.mjs'

/**
 * What root does instead of running anything itself.
 *
 * Root installs into a cache of its own, which the account can read and not write; the account works on a copy of the
 * checkout in its home, because the checkout may lie where it can enter nothing. The copy's `node_modules` is a link.
 */
const rootCache = process.env['GUICHET_CACHE'] ?? '/var/cache/guichet'

/** For how long the copy of a checkout that nobody runs any more is kept, with the sample prison in it. */
const KEEP_COPIES_DAYS = 60

/**
 * @typedef {object} Task
 * @property {string} checkout
 * @property {readonly string[]} program the script, from the checkout's top, and its arguments
 * @property {ReadonlySet<import('./prepare.mjs').Need>} needs
 */

/**
 * Prepares the machine and runs a script of the checkout as the unprivileged account.
 *
 * @param {Task} task
 * @returns {Promise<number>} its exit code
 */
export async function handOver({ checkout, program, needs }) {
  const { account, copy, node, prepared } = await asOnlySetUp(async () => {
    await prepareSystem(needs)
    const owner = await ensureAccount()
    const { dependencies, variables } = await prepareDependencies(checkout, needs)
    return {
      account: owner,
      copy: await makeCopy(checkout, dependencies, owner),
      node: await nodeForAccount(rootCache, owner),
      prepared: { ...variables, ...(await shareDisplay(process.env, owner)) },
    }
  })
  const { uid, gid } = account
  const env = { ...accountEnvironment(process.env, account, node), ...prepared }
  const code = await run(node, program, { cwd: copy, env, uid, gid })
  await bringBack(checkout, copy, account)
  return code
}

/**
 * Prepares a checkout that root itself works in. What somebody installed there by hand is left as it is.
 *
 * @param {string} checkout
 */
export async function prepareForRoot(checkout) {
  if (lstatSync(path.join(checkout, 'node_modules'), { throwIfNoEntry: false })?.isDirectory() === true) return
  await asOnlySetUp(() => prepareDependencies(checkout, new Set()))
}

/**
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function asOnlySetUp(work) {
  // What is installed for the account must be readable to it, whatever root's own habit.
  process.umask(0o022)
  return withLock(path.join(rootCache, 'set-up.lock'), work)
}

/** @type {(checkout: string, needs: Task['needs']) => Promise<{ dependencies: string, variables: NodeJS.ProcessEnv }>} */
async function prepareDependencies(checkout, needs) {
  const dependencies = ensureDependencyFolder(checkout, rootCache)
  const variables = await prepareFolder(dependencies, rootCache, needs)
  linkDependencies(checkout, dependencies)
  return { dependencies, variables }
}

/** @type {(checkout: string, dependencies: string, account: import('./account.mjs').Account) => Promise<string>} */
async function makeCopy(checkout, dependencies, { uid, gid, home }) {
  const key = createHash('sha256').update(checkout).digest('hex').slice(0, 8)
  const all = path.join(home, 'work')
  const copy = process.env['GUICHET_WORK'] ?? path.join(all, `${path.basename(checkout)}-${key}`)
  const asAccount = { uid, gid }
  const fromTop = { ...asAccount, cwd: '/' }
  await capture('mkdir', ['--parents', all, copy], fromTop)
  await capture('touch', [copy], fromTop)
  const unused = ['-mindepth', '1', '-maxdepth', '1', '-mtime', `+${KEEP_COPIES_DAYS}`]
  await capture('find', [all, ...unused, '-exec', 'rm', '-rf', '--', '{}', '+'], fromTop)
  const changed = await mirror(checkout, copy, asAccount)
  if (changed > 0) printProgress(`✓ ${changed} files handed to the account in ${copy}`)
  const modules = path.join(dependencies, 'node_modules')
  await capture('ln', ['--symbolic', '--force', '--no-dereference', modules, 'node_modules'], {
    ...asAccount,
    cwd: copy,
  })
  return copy
}
