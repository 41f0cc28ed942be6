import { GuichetError } from '#shared/errors/guichet-error.ts'
import { verify, type KeyObject } from 'node:crypto'

/** One file of an installation, with the SHA-256 of each piece of it, in hexadecimal. */
export interface InstalledFile {
  readonly path: string
  readonly size: number
  readonly chunks: readonly string[]
}

export interface InstallationManifest {
  readonly chunkBytes: number
  readonly files: readonly InstalledFile[]
}

/**
 * The signed list of an installation's files.
 *
 * Signature first. What is signed was written by `build/package/integrity-manifest.mjs`, so it is looked at with a few lines
 * here: the schema library would be loaded before anything is on the screen.
 *
 * Throws `INSTALLATION_CHANGED`.
 */
export function readManifest(text: Buffer, signature: Buffer, publicKey: KeyObject): InstallationManifest {
  if (!verify(null, text, publicKey, signature)) throw changed('the list of files is not signed by the release key')
  const value: unknown = JSON.parse(text.toString('utf8'))
  if (!isRecord(value) || value['version'] !== 1) throw changed('the list of files is of another version')
  const { chunkBytes, files } = value
  if (typeof chunkBytes !== 'number' || !(chunkBytes > 0) || !Array.isArray(files)) throw changed('the list of files')
  return { chunkBytes, files: files.map(readFile) }
}

export function changed(what: string, options?: ErrorOptions): GuichetError {
  return new GuichetError('INSTALLATION_CHANGED', what, options)
}

function readFile(value: unknown): InstalledFile {
  if (!isRecord(value)) throw changed('the list of files')
  const { path, size, chunks } = value
  if (typeof path !== 'string' || typeof size !== 'number' || !Array.isArray(chunks)) throw changed('the list of files')
  return { path, size, chunks: chunks.map(String) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
