import { SetUpError } from './set-up-error.mjs'

/**
 * Whether a version of Node is new enough for a range of the form `>=20.19`.
 *
 * @param {string} version without a leading `v`
 * @param {string} range
 */
export function isNodeNewEnough(version, range) {
  const [major = 0, minor = 0] = numbers(version)
  const [neededMajor = 0, neededMinor = 0] = numbers(range)
  return major > neededMajor || (major === neededMajor && minor >= neededMinor)
}

/** @param {string} text */
function numbers(text) {
  return text
    .replace(/^\D*/, '')
    .split('.')
    .map(part => Number.parseInt(part, 10))
}

/** Refuses to go on with a Node that the project does not run on. @param {string} range */
export function assertNodeVersion(range) {
  if (isNodeNewEnough(process.versions.node, range)) return
  throw new SetUpError(`Guichet needs Node ${range}; this is Node ${process.versions.node}.`)
}
