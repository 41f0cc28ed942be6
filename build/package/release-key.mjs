import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SetUpError } from '../setup/set-up-error.mjs'

/**
 * @typedef {object} ReleaseKey
 * @property {import('node:crypto').KeyObject} privateKey Ed25519
 * @property {string} publicPem
 * @property {boolean} isThrowAway made on this machine for trying things out: its signatures prove nothing
 */

/**
 * The key that signs packages: the one of `GUICHET_RELEASE_KEY`, or for development one that was made for this folder.
 *
 * Held by the tests "a release without a key is refused" and "keeps its throw-away key".
 *
 * @param {{ readonly file: string | undefined, readonly folder: string, readonly isRelease: boolean }} where
 * @returns {ReleaseKey}
 * @throws {SetUpError}
 */
export function releaseKey({ file, folder, isRelease }) {
  if (file !== undefined && file !== '') return { ...readKey(file), isThrowAway: false }
  if (isRelease) {
    throw new SetUpError(
      'A release is signed. Name the key in GUICHET_RELEASE_KEY; `openssl genpkey -algorithm ed25519 -out KEY` makes one.',
    )
  }
  const own = path.join(folder, 'development-key.pem')
  if (!existsSync(own)) makeKey(own)
  return { ...readKey(own), isThrowAway: true }
}

/** @param {string} file */
function makeKey(file) {
  mkdirSync(path.dirname(file), { recursive: true })
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
}

/** @param {string} file */
function readKey(file) {
  const privateKey = parseKey(file)
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new SetUpError(`${file} holds no Ed25519 key.`)
  return { privateKey, publicPem: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString() }
}

/** @param {string} file */
function parseKey(file) {
  try {
    return createPrivateKey(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new SetUpError(`The release key ${file} cannot be read: ${error instanceof Error ? error.message : 'no key'}`)
  }
}
