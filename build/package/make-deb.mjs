import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { capture } from '../setup/process.mjs'
import { readTree } from '../setup/tree.mjs'
import { setTimes } from './archive.mjs'

/**
 * @typedef {object} DebSettings
 * @property {ReadonlyMap<string, string>} fields of the control file, in order; empty ones are left out
 * @property {Readonly<Record<string, string>>} scripts maintainer scripts by name, as text
 * @property {readonly string[]} configuration files below /etc that an update asks about
 * @property {number} epoch seconds since 1970
 */

/**
 * Makes a Debian package of a folder that is laid out as the system's root, with nothing but `dpkg-deb`. Everything in it is
 * root's and writable by nobody else, in one time: the same folder makes the same package.
 *
 * @param {string} root gets a `DEBIAN` folder
 * @param {string} deb
 * @param {DebSettings} settings
 */
export async function makeDeb(root, deb, { fields, scripts, configuration, epoch }) {
  const control = path.join(root, 'DEBIAN')
  rmSync(control, { recursive: true, force: true })
  await capture('chmod', ['--recursive', 'u+rwX,go+rX,go-w', root])
  const files = [...readTree(root)].filter(([, print]) => print.startsWith('file')).map(([file]) => file)
  mkdirSync(control, { mode: 0o755 })
  const sized = new Map([...fields, ['Installed-Size', String(kibibytes(root, files))]])
  writeFileSync(path.join(control, 'control'), controlText(sized))
  writeFileSync(path.join(control, 'md5sums'), files.map(file => `${md5(path.join(root, file))}  ${file}\n`).join(''))
  if (configuration.length > 0) writeFileSync(path.join(control, 'conffiles'), `${configuration.join('\n')}\n`)
  for (const [name, text] of Object.entries(scripts)) writeFileSync(path.join(control, name), text, { mode: 0o755 })
  await setTimes(root, epoch)
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(epoch) }
  await capture('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', root, deb], { env })
}

/**
 * @param {ReadonlyMap<string, string>} fields a description's further lines are indented here
 * @returns {string}
 */
export function controlText(fields) {
  const lines = [...fields].filter(([, value]) => value.trim() !== '')
  return lines.map(([name, value]) => `${name}: ${folded(value)}\n`).join('')
}

/** @param {string} value */
function folded(value) {
  const [first = '', ...rest] = value.trim().split('\n')
  return [first, ...rest.map(line => ` ${line.trim() === '' ? '.' : line.trim()}`)].join('\n')
}

/** @type {(root: string, files: readonly string[]) => number} */
function kibibytes(root, files) {
  return files.reduce((sum, file) => sum + Math.ceil(statSync(path.join(root, file)).size / 1024), 0)
}

/** What `dpkg --verify` looks at. It finds accidents; the signed list finds intentions. @param {string} file */
function md5(file) {
  return createHash('md5').update(readFileSync(file)).digest('hex')
}
