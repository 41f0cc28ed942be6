import { type UpdateManifest, updateManifestSchema, updateMembers } from '#shared/update/update-manifest.ts'
import { open } from 'node:fs/promises'

const BLOCK = 512
const LIMIT = 16 * 1024

/**
 * What an update says of itself, for the kiosk to see whether it could be undone. The kiosk believes nobody by it: the
 * signature is checked by root. `undefined` where it cannot be read.
 */
export async function readManifest(update: string): Promise<UpdateManifest | undefined> {
  const file = await open(update)
  try {
    const bytes = Buffer.alloc(BLOCK + LIMIT)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    const name = bytes.toString('latin1', 0, 100).replace(/\0+$/, '')
    const size = Number.parseInt(bytes.toString('latin1', 124, 135), 8)
    if (name !== updateMembers.manifest || !(size <= LIMIT) || BLOCK + size > bytesRead) return undefined
    return updateManifestSchema.safeParse(parse(bytes.toString('utf8', BLOCK, BLOCK + size))).data
  } finally {
    await file.close()
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
