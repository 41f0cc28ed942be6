import { parseJsonRecord } from '../setup/json.mjs'
import { observe } from '../setup/process.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'

/**
 * @typedef {object} SourceState
 * @property {string} commit 40 hexadecimal digits, or `unknown` outside a repository
 * @property {number} committedAt seconds since 1970: the time that everything in a package carries
 * @property {boolean} isChanged whether files differ from that commit
 */

const variable = 'GUICHET_SOURCE'

/** What a folder without history carries: the earliest time that every archive format can hold. */
const EPOCH_WITHOUT_HISTORY = 315_532_800

/**
 * Looks up what is packaged. Only the checkout has a history: where a copy of it runs, this is handed over in a variable.
 *
 * @param {string} checkout
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function tellSource(checkout) {
  if (process.env[variable] !== undefined) return {}
  const git = async (/** @type {string[]} */ ...args) => observe('git', ['-C', checkout, ...args])
  const head = await git('log', '-1', '--format=%H %ct')
  const [commit = '', committedAt = ''] = head.output.trim().split(' ')
  if (head.code !== 0 || !/^[0-9a-f]{40}$/.test(commit)) return {}
  const status = await git('status', '--porcelain')
  const isChanged = status.code !== 0 || status.output.trim() !== ''
  return { [variable]: JSON.stringify({ commit, committedAt: Number(committedAt), isChanged }) }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {SourceState}
 */
export function readSource(env) {
  const text = env[variable]
  if (text === undefined) return { commit: 'unknown', committedAt: EPOCH_WITHOUT_HISTORY, isChanged: true }
  const { commit, committedAt, isChanged } = parseJsonRecord(text)
  return { commit: String(commit), committedAt: Number(committedAt), isChanged: isChanged !== false }
}

/**
 * Keeps out of a release what nobody could make again.
 *
 * @param {SourceState} source
 * @throws {SetUpError}
 */
export function refuseUncommitted({ commit, isChanged }) {
  if (commit === 'unknown') throw new SetUpError('A release is made of a commit, and this folder has no history.')
  if (isChanged) throw new SetUpError('A release is made of a commit. Some files here differ from the last one.')
}
