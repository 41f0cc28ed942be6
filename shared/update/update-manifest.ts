import { z } from 'zod'
import { dataFormatsSchema } from './data-formats.ts'
import { releaseVersionSchema } from './release-version.ts'

/** The largest update a terminal takes, and the largest program it unpacks, in bytes. */
export const UPDATE_LIMIT = 512 * 1024 * 1024

/** The members of an update file, in this order. */
export const updateMembers = { manifest: 'manifest.json', signature: 'manifest.sig', program: 'kiosk.tar.gz' } as const

/**
 * What an update says of itself, signed by the release key. Flat: a shell script reads it, one name a line.
 *
 * The signature is over the bytes as they lie in the file, never over what was parsed.
 */
export const updateManifestSchema = z.strictObject({
  format: z.literal(1),
  /** The release key signs other things too. */
  purpose: z.literal('guichet-kiosk-update'),
  version: releaseVersionSchema,
  architecture: z.enum(['x64', 'arm64']),
  builtAt: z.iso.datetime(),
  /** The lowest version that it may be installed over. */
  follows: releaseVersionSchema,
  /** The lowest version that may be installed once this one is confirmed. */
  floor: releaseVersionSchema,
  /** Of the program's archive, in hex; and its bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(1).max(UPDATE_LIMIT),
  ...dataFormatsSchema.shape,
})
export type UpdateManifest = z.output<typeof updateManifestSchema>

/** The text that is signed: one name a line, in the schema's order. */
export function manifestText(manifest: UpdateManifest): string {
  // Parsing puts it into the schema's order.
  return `${JSON.stringify(updateManifestSchema.parse(manifest), null, 2)}\n`
}
