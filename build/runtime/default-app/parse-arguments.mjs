/**
 * @typedef {object} Arguments
 * @property {'version' | 'abi' | undefined} print what to print instead of running an application
 * @property {readonly string[]} preloads modules to load before it
 * @property {string | undefined} target its folder or file; what stands after it is its own
 */

/**
 * @param {readonly string[]} args
 * @returns {Arguments}
 */
export function parseArguments(args) {
  /** @type {string[]} */
  const preloads = []
  const left = [...args]
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    if (next === '--version' || next === '-v') return { print: 'version', preloads, target: undefined }
    if (next === '--abi' || next === '-a') return { print: 'abi', preloads, target: undefined }
    if (next === '-r' || next === '--require') preloads.push(left.shift() ?? '')
    else if (next.startsWith('--app=')) return { print: undefined, preloads, target: next.slice('--app='.length) }
    else if (!next.startsWith('-')) return { print: undefined, preloads, target: next }
  }
  return { print: undefined, preloads, target: undefined }
}
