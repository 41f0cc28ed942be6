import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { capture } from './process.mjs'

/**
 * Lets the account's window appear on the display that root sits at, by handing it a copy of the display's cookie.
 * Without a display there is nothing to hand over.
 *
 * @param {NodeJS.ProcessEnv} env root's
 * @param {import('./account.mjs').Account} account
 * @returns {Promise<NodeJS.ProcessEnv>} what the account's programs find it by
 */
export async function shareDisplay(env, { uid, gid, home }) {
  const source = env['XAUTHORITY'] ?? path.join(env['HOME'] ?? '/root', '.Xauthority')
  if (env['DISPLAY'] === undefined || !existsSync(source)) return {}
  const copy = path.join(home, '.guichet-display')
  // The file is the account's own: it is the one to write it, so that root follows no link of its making.
  const write = 'umask 077 && rm -f -- "$0" && cat > "$0"'
  await capture('sh', ['-c', write, copy], { uid, gid, cwd: '/', input: readFileSync(source) })
  return { XAUTHORITY: copy }
}
