import { createHash, type KeyObject, verify } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import {
  UPDATE_LIMIT,
  type UpdateManifest,
  updateManifestSchema,
  updateMembers,
} from '#shared/update/update-manifest.ts'

const BLOCK = 512
const MANIFEST_LIMIT = 16 * 1024
const READ_BYTES = 1024 * 1024

export interface CheckedUpdate {
  readonly manifest: UpdateManifest
  /** Of the whole file. */
  readonly size: number
  readonly sha256: string
}

/**
 * Reads an update file and checks it as a terminal will: the signature over the manifest's bytes, and the program's size and
 * SHA-256. Throws `UPDATE_REFUSED` for anything that no terminal would install.
 */
export async function readUpdateFile(path: string, releaseKey: KeyObject): Promise<CheckedUpdate> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size > UPDATE_LIMIT) throw refused('it is too large')
    const manifestAt = await readMember(file, 0, updateMembers.manifest)
    const signatureAt = await readMember(file, manifestAt.next, updateMembers.signature)
    const programAt = await readMember(file, signatureAt.next, updateMembers.program)
    const text = await readBytes(file, manifestAt)
    if (!verify(null, text, releaseKey, await readBytes(file, signatureAt))) {
      throw refused('it is not signed by the release key')
    }
    const manifest = parseManifest(text)
    const program = await hash(file, programAt.start, programAt.size)
    if (programAt.size !== manifest.size || program !== manifest.sha256) {
      throw refused('its program is not the one that was signed')
    }
    return { manifest, size, sha256: await hash(file, 0, size) }
  } finally {
    await file.close()
  }
}

interface Member {
  readonly start: number
  readonly size: number
  readonly next: number
}

/** The member of an archive whose head lies at `at`. Only the plain ones that `build/package/make-update.mjs` writes. */
async function readMember(file: FileHandle, at: number, name: string): Promise<Member> {
  const head = Buffer.alloc(BLOCK)
  const { bytesRead } = await file.read(head, 0, BLOCK, at)
  const isNamed = bytesRead === BLOCK && head.toString('latin1', 0, 100).replace(/\0+$/, '') === name
  const size = /^[0-7]{11}[\0 ]$/.test(head.toString('latin1', 124, 136))
    ? Number.parseInt(head.toString('latin1', 124, 135), 8)
    : Number.NaN
  if (!isNamed || head[156] !== 0x30 || Number.isNaN(size)) throw refused('it is no update file')
  const start = at + BLOCK
  return { start, size, next: start + Math.ceil(size / BLOCK) * BLOCK }
}

async function readBytes(file: FileHandle, { start, size }: Member): Promise<Buffer> {
  if (size > MANIFEST_LIMIT) throw refused('it is no update file')
  const bytes = Buffer.alloc(size)
  await file.read(bytes, 0, size, start)
  return bytes
}

function parseManifest(text: Buffer): UpdateManifest {
  try {
    return updateManifestSchema.parse(JSON.parse(text.toString()))
  } catch (cause) {
    throw new GuichetError('UPDATE_REFUSED', 'This is no update: its manifest cannot be read.', { cause })
  }
}

async function hash(file: FileHandle, start: number, size: number): Promise<string> {
  const sum = createHash('sha256')
  const piece = Buffer.alloc(READ_BYTES)
  for (let at = 0; at < size;) {
    const { bytesRead } = await file.read(piece, 0, Math.min(READ_BYTES, size - at), start + at)
    if (bytesRead === 0) break
    sum.update(piece.subarray(0, bytesRead))
    at += bytesRead
  }
  return sum.digest('hex')
}

function refused(why: string): GuichetError {
  return new GuichetError('UPDATE_REFUSED', `This is no update that a terminal would install: ${why}.`)
}
