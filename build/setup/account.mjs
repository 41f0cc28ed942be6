import path from 'node:path'
import { capture } from './process.mjs'
import { SetUpError } from './set-up-error.mjs'

/**
 * Chromium's sandbox and PostgreSQL refuse to run as root, rightly: what a page or a query breaks out of must not be root's.
 * So root prepares, and this account runs.
 */
const accountName = 'guichet'
const accountHome = '/var/lib/guichet'

/** @typedef {{ readonly name: string, readonly uid: number, readonly gid: number, readonly home: string }} Account */

/**
 * Reads one line of the account database, `name:password:uid:gid:comment:home:shell`.
 *
 * @param {string} line
 * @returns {Account | undefined}
 */
export function parseAccount(line) {
  const [name = '', , uid = '', gid = '', , home = ''] = line.trim().split(':')
  if (name === '' || !/^\d+$/.test(uid) || !/^\d+$/.test(gid) || !home.startsWith('/')) return undefined
  return { name, uid: Number(uid), gid: Number(gid), home }
}

/** @returns {Promise<Account | undefined>} */
async function findAccount() {
  // `getent` ends with 2 when there is no such account.
  return parseAccount(await capture('getent', ['passwd', accountName]).catch(() => ''))
}

/**
 * The unprivileged account, made if there is none.
 *
 * @throws {SetUpError} when an account of that name exists and is root's, or has nowhere to work
 * @returns {Promise<Account>}
 */
export async function ensureAccount() {
  const existing = await findAccount()
  if (existing !== undefined) return assertUsable(existing)
  const shape = ['--system', '--user-group', '--create-home', '--home-dir', accountHome, '--shell', '/usr/sbin/nologin']
  await capture('useradd', [...shape, accountName])
  const made = await findAccount()
  if (made === undefined) throw new SetUpError(`The account ${accountName} could not be made.`)
  return assertUsable(made)
}

/** @param {Account} account */
function assertUsable(account) {
  if (account.uid !== 0 && account.gid !== 0) return account
  throw new SetUpError(`The account ${account.name} has root's rights, so nothing may run as it.`)
}

/** What the account may see of the environment it is started from. */
const keptVariables =
  /^(CI|COLORTERM|DATABASE_URL|DISPLAY|ELECTRON_OVERRIDE_DIST_PATH|FORCE_COLOR|GUICHET_\w+|LANG|LC_\w+|NO_COLOR|TERM|TZ)$/

/** Where Debian keeps programs. Root's own search path may lead through folders that the account cannot enter. */
const systemPath = '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin'

/**
 * A clean environment for the account. Root's home, credentials, search path and npm settings stay behind.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {Account} account
 * @param {string} node the program
 * @returns {NodeJS.ProcessEnv}
 */
export function accountEnvironment(env, { name, home }, node) {
  const kept = Object.fromEntries(Object.entries(env).filter(([variable]) => keptVariables.test(variable)))
  const own = { HOME: home, USER: name, LOGNAME: name, SHELL: '/bin/sh' }
  return { ...kept, ...own, PATH: `${path.dirname(node)}:${systemPath}` }
}
