/**
 * @import { SourceState } from './source-state.mjs'
 * @typedef {object} Stamp what a kiosk can say of itself; its other side is `shared/contracts/build-stamp.ts`
 * @property {1} version
 * @property {string} release
 * @property {boolean} isDevelopment
 * @property {string} electron the version that is inside
 * @property {'fallback' | 'pinned'} runtime
 * @property {string} commit
 * @property {boolean} isChanged
 * @property {string} builtAt the time of the commit: two builds of one commit say the same
 * @property {string} releaseKey public half, PEM
 */

/**
 * @param {object} parts
 * @param {string} parts.version as in `package.json`
 * @param {SourceState} parts.source
 * @param {boolean} parts.isRelease
 * @param {{ readonly version: string, readonly isFallback: boolean }} parts.electron
 * @param {string} parts.releaseKey
 * @returns {Stamp}
 */
export function makeStamp({ version, source, isRelease, electron, releaseKey }) {
  return {
    version: 1,
    release: isRelease ? version : developmentVersion(version, source),
    isDevelopment: !isRelease,
    electron: electron.version,
    runtime: electron.isFallback ? 'fallback' : 'pinned',
    commit: source.commit,
    isChanged: source.isChanged,
    builtAt: new Date(source.committedAt * 1000).toISOString(),
    releaseKey,
  }
}

/**
 * `0.1.0-dev.20261123062900.gab12cd34`: sorts before the release it leads to and after older ones of its kind, as a version
 * of npm and, with `~` for `-`, of Debian.
 *
 * @param {string} version
 * @param {SourceState} source
 */
export function developmentVersion(version, { commit, committedAt, isChanged }) {
  const time = new Date(committedAt * 1000).toISOString().replaceAll(/\D/g, '').slice(0, 14)
  return `${version}-dev.${time}.g${commit.slice(0, 8)}${isChanged ? '.changed' : ''}`
}

/** A version as Debian sorts it: what stands after `~` comes before nothing. @param {string} version */
export function debianVersion(version) {
  return version.replaceAll('-', '~')
}

/**
 * What a file of a release or of a development build is called.
 *
 * @param {string} name
 * @param {Pick<Stamp, 'release' | 'isDevelopment'>} stamp
 * @param {string} ending
 */
export function artefactName(name, { release, isDevelopment }, ending) {
  return `${name}-${release}${isDevelopment ? '-development' : ''}${ending}`
}
