import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { PIECE_BYTES, pieceSchema, type UpdateOffer, type UpdateQuestion } from '#shared/update/update-offer.ts'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { AskServer } from '../line/terminal-line.ts'

export interface DownloadParts {
  readonly ask: AskServer
  readonly folder: string
  readonly architecture: UpdateQuestion['architecture']
  /** On the disk, in bytes. */
  readonly freeBytes: () => Promise<number>
  /** Between two pieces: a wing's terminals download together, and people wait for the same line. */
  readonly pause: () => Promise<void>
}

/** The file, root's copy of it, the archive inside, and the program, which is two to three times as large. */
const ROOM_TIMES = 6
const RESERVE_BYTES = 200 * 1024 * 1024

/**
 * Fetches an update, a piece at a time, going on where it stopped. Resolves with its file, whole and with the SHA-256 that was
 * said; with `undefined` where the line or the server did not give all of it: the rest is fetched another time.
 *
 *  - Never writes more than the size that was said.
 *  - What is left of other versions is removed: there is one part on the disk.
 *  - Begins nothing where the disk could become full: `UPDATE_REFUSED`. A full disk is bad for the page's database.
 *  - A whole file of another SHA-256 is removed, and throws `UPDATE_REFUSED`.
 */
export async function downloadUpdate(parts: DownloadParts, offer: UpdateOffer): Promise<string | undefined> {
  const name = `${offer.version}-${offer.sha256.slice(0, 16)}`
  const spool = path.join(parts.folder, 'spool')
  await mkdir(spool, { recursive: true, mode: 0o700 })
  await removeOthers(spool, name)
  const whole = path.join(spool, `${name}.whole`)
  const part = path.join(spool, `${name}.part`)
  if ((await sizeOf(whole)) === offer.size) return whole
  if ((await parts.freeBytes()) < offer.size * ROOM_TIMES + RESERVE_BYTES) {
    throw new GuichetError('UPDATE_REFUSED', 'there is no room for it on the disk')
  }
  if (!(await fetchRest(parts, offer, part))) return undefined
  if ((await sha256(part)) !== offer.sha256) {
    await rm(part)
    throw new GuichetError('UPDATE_REFUSED', `the file of version ${offer.version} is not the one that was said`)
  }
  await rename(part, whole)
  return whole
}

async function removeOthers(spool: string, name: string): Promise<void> {
  for (const file of await readdir(spool)) {
    if (!file.startsWith(`${name}.`)) await rm(path.join(spool, file), { force: true })
  }
}

async function fetchRest(parts: DownloadParts, { version, size }: UpdateOffer, part: string): Promise<boolean> {
  const file = await open(part, 'a', 0o600)
  try {
    for (let offset = (await file.stat()).size; offset < size;) {
      const bytes = await fetchPiece(parts, version, offset)
      if (bytes === undefined || bytes.length === 0 || offset + bytes.length > size) return false
      await file.appendFile(bytes)
      offset += bytes.length
      if (offset < size) await parts.pause()
    }
    await file.datasync()
    return true
  } finally {
    await file.close()
  }
}

async function fetchPiece(
  { ask, architecture }: DownloadParts,
  version: string,
  offset: number,
): Promise<Buffer | undefined> {
  const query = new URLSearchParams({ version, architecture, offset: String(offset) })
  const answer = await ask({ method: 'GET', path: `${terminalRoutes.updatePiece}?${query}`, hearsRejection: true })
  if (answer.status !== 'answered' || answer.httpStatus !== 200) return undefined
  const piece = pieceSchema.safeParse(answer.body)
  if (!piece.success) return undefined
  const bytes = Buffer.from(piece.data.data, 'base64')
  return bytes.length > PIECE_BYTES ? undefined : bytes
}

async function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ size }) => size,
    () => undefined,
  )
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
