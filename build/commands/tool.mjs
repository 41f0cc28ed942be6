import path from 'node:path'

/**
 * How to run a tool that npm installed, by this very Node: the one that a search path finds may be another, or none.
 *
 * @param {string} name as in `node_modules/.bin`
 * @param {readonly string[]} args
 * @returns {readonly [command: string, args: string[]]}
 */
export function tool(name, args) {
  return [process.execPath, [path.join('node_modules/.bin', name), ...args]]
}
