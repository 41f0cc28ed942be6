import { canonicalJson } from '#shared/contracts/canonical-json.ts'
import {
  defaultLeases,
  LEASE_TYPE,
  type LeaseGrant,
  type Signer,
  STATE_TYPE,
  type StateDocument,
} from '#shared/directive/state-document.ts'
import { generateKeyPairSync, sign } from 'node:crypto'
import { z } from 'zod'
import { prisonId, terminalId } from './sample-operations.ts'

const publicJwkSchema = z.object({ x: z.string() })

/** A prison that signs what is open and closed, with the key a terminal pins. */
export interface StateSigner {
  readonly signer: Signer
  /** Version 1 with nothing closed, but for the changes. */
  readonly state: (changes?: Partial<StateDocument>) => string
  readonly grant: (nonce: string, changes?: Partial<LeaseGrant>) => string
  /** Signs whatever it is given, truly. */
  readonly sign: (typ: string, payload: unknown, header?: object) => string
}

export function createStateSigner(keyId = 'state-key-1'): StateSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const signer = { keyId, publicKey: publicJwkSchema.parse(publicKey.export({ format: 'jwk' })).x }
  const signAny: StateSigner['sign'] = (typ, payload, header = {}) => {
    const head = encode(JSON.stringify({ alg: 'EdDSA', kid: keyId, typ, ...header }))
    const content = `${head}.${encode(canonicalJson(payload))}`
    return `${content}.${sign(null, Buffer.from(content), privateKey).toString('base64url')}`
  }
  return {
    signer,
    state: changes => signAny(STATE_TYPE, { ...sampleDocument([signer]), ...changes }),
    grant: (nonce, changes) => signAny(LEASE_TYPE, { ...sampleGrant(nonce), ...changes }),
    sign: signAny,
  }
}

export function sampleDocument(signers: Signer[]): StateDocument {
  return {
    format: 1,
    prisonId,
    version: 1,
    issuedAt: '2026-11-22T09:00:00.000Z',
    leases: defaultLeases,
    closings: [],
    maintenance: null,
    signers,
  }
}

function sampleGrant(nonce: string): LeaseGrant {
  const at = '2026-11-22T10:00:00.000Z'
  return { format: 1, prisonId, terminalId, nonce, version: 1, at, leases: defaultLeases }
}

const encode = (text: string) => Buffer.from(text).toString('base64url')
