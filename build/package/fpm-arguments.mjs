/**
 * @typedef {object} FpmCall what electron-builder asks of fpm
 * @property {ReadonlyMap<string, string>} options by name without dashes
 * @property {readonly string[]} depends
 * @property {readonly { readonly from: string, readonly to: string }[]} sources
 */

/** Those that stand alone. */
const flags = new Set(['--debug', '--force'])

/**
 * Reads the command line that electron-builder writes for fpm: options with a value after them or after `=`, and sources
 * as `FROM=/TO`.
 *
 * @param {readonly string[]} args
 * @returns {FpmCall}
 */
export function parseFpmArguments(args) {
  /** @type {Map<string, string>} */
  const options = new Map()
  const depends = []
  const sources = []
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    if (flags.has(arg)) continue
    if (!arg.startsWith('-')) {
      const cut = arg.lastIndexOf('=')
      sources.push({ from: arg.slice(0, cut), to: arg.slice(cut + 1) })
      continue
    }
    const [, name = '', , inline] = /^--?([^=]+)(=(.*))?$/s.exec(arg) ?? []
    const value = inline ?? args[(index += 1)] ?? ''
    if (name === 'd' || name === 'depends') depends.push(value)
    else options.set(name, value)
  }
  return { options, depends, sources }
}
