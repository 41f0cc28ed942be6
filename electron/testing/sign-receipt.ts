import type { KioskConfiguration } from '#shared/contracts/configuration.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import { canonicalJson } from '#shared/contracts/canonical-json.ts'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { z } from 'zod'
import { prisonId } from './sample-operations.ts'

const publicJwkSchema = z.object({ x: z.string() })

/** A prison that signs receipts, with the key a terminal pins. */
export interface ReceiptSigner {
  readonly pinned: KioskConfiguration['server']['receiptKeys']
  readonly sign: (operation: Operation, changes?: Readonly<Record<string, unknown>>, header?: object) => string
}

export function createReceiptSigner(keyId = 'receipts-1'): ReceiptSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    pinned: [{ keyId, publicKey: publicJwkSchema.parse(publicKey.export({ format: 'jwk' })).x }],
    sign: (operation, changes = {}, header) => {
      const content = `${encode(header ?? { alg: 'EdDSA', kid: keyId, typ: 'receipt+jwt' })}.${encode({ ...receiptOf(operation), ...changes })}`
      return `${content}.${sign(null, Buffer.from(content), privateKey).toString('base64url')}`
    },
  }
}

function receiptOf(operation: Operation): object {
  return {
    version: 1,
    prisonId,
    operationId: operation.id,
    operationHash: createHash('sha256').update(canonicalJson(operation)).digest('base64url'),
    kind: operation.kind,
    inmateId: operation.inmateId,
    terminalId: operation.terminalId,
    receivedAt: '2026-11-22T09:00:05.000Z',
    owner: 'canteen',
    dueAt: '2026-11-27T09:00:00.000Z',
    totalCents: 498,
  }
}
