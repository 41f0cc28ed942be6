import { createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'
import { STATE_TYPE, type StateDocument, stateDocumentSchema } from '#shared/directive/state-document.ts'
import type { StateKeys } from '../../keys/state-keys.ts'

const headerSchema = z.strictObject({
  alg: z.literal('EdDSA'),
  kid: z.string().max(64),
  typ: z.literal(STATE_TYPE),
})

/** A state document whose signature is this prison's. */
export interface OpenedState {
  readonly jws: string
  readonly keyId: string
  readonly document: StateDocument
}

/**
 * Reads a signed state document, from the database or from a terminal: the signature first, then the words.
 *
 * `undefined`: one of our keys has not signed it, or what it signed is no state document.
 */
export async function openState(keys: StateKeys, jws: string): Promise<OpenedState | undefined> {
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const { data } = headerSchema.safeParse(parseJson(header))
  const key = data === undefined ? undefined : await keys.find(data.kid)
  if (key === undefined) return undefined
  const isSigned = verify(
    null,
    Buffer.from(`${header}.${payload}`),
    createPublicKey(key.privateKey),
    Buffer.from(signature, 'base64url'),
  )
  const document = isSigned ? stateDocumentSchema.safeParse(parseJson(payload)).data : undefined
  return document === undefined ? undefined : { jws, keyId: key.keyId, document }
}

/** The words of a document whose signature nobody checks here: whoever obeys it does. */
export function readUnchecked(jws: string): StateDocument {
  return stateDocumentSchema.parse(parseJson(jws.split('.')[1] ?? ''))
}

function parseJson(base64url: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64url, 'base64url').toString())
  } catch {
    return undefined
  }
}
