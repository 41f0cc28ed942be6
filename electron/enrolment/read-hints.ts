import {
  type EnrolmentFile,
  enrolmentFileSchema,
  type ServerHint,
  serverHintSchema,
} from '#shared/contracts/enrolment.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { authorityFingerprint } from './authority.ts'

/** What whoever set the machine up left for a new terminal. */
export interface Hints {
  /** The prison's server, pinned: this terminal joins no other. */
  readonly server: ServerHint | undefined
  /** For this one terminal, once. */
  readonly file: EnrolmentFile | undefined
}

/**
 * Reads `server.json` and `enrolment.json` in `folder`, both optional.
 *
 *  - A pinned server that cannot be read is not done without: `CONFIGURATION_INVALID`.
 *  - An enrolment file that cannot be read, or is for another prison than the pinned one, counts as none and is told of: the code
 *    can be typed.
 */
export async function readHints(folder: string, onUnusable: (error: unknown) => void): Promise<Hints> {
  const server = await read(path.join(folder, 'server.json'), serverHintSchema)
  const file = await read(path.join(folder, 'enrolment.json'), enrolmentFileSchema).catch((error: unknown) => {
    onUnusable(error)
    return undefined
  })
  const isForHere = file === undefined || server === undefined || isSameAuthority(file, server)
  if (!isForHere) onUnusable(new GuichetError('ENROLMENT_KEY_DIFFERS', 'the enrolment file is for another prison'))
  return { server, file: isForHere ? file : undefined }
}

async function read<Schema extends z.ZodType<ServerHint>>(
  name: string,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  try {
    const value = schema.parse(JSON.parse(await readFile(name, 'utf8')))
    // Throws where the certificate is none.
    authorityFingerprint(value.authorityPem)
    return value
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new GuichetError('CONFIGURATION_INVALID', 'what was left for a new terminal cannot be read', { cause })
  }
}

function isSameAuthority(one: ServerHint, other: ServerHint): boolean {
  return authorityFingerprint(one.authorityPem) === authorityFingerprint(other.authorityPem)
}
