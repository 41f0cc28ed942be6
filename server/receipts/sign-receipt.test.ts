import { compactVerify, importJWK } from 'jose'
import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Receipt, receiptSchema } from '#shared/contracts/receipt.ts'
import { createSignReceipt } from './sign-receipt.ts'

const receipt: Receipt = receiptSchema.parse({
  version: 1,
  prisonId: '0192f0c0-0000-4000-8000-000000000000',
  operationId: '0192f0c0-0000-7000-8000-000000000001',
  operationHash: 'A'.repeat(43),
  kind: 'canteen.order',
  inmateId: '0192f0c0-0000-4000-8000-000000000002',
  terminalId: '0192f0c0-0000-4000-8000-000000000003',
  receivedAt: '2026-03-02T10:00:00.000Z',
  owner: 'canteen',
  dueAt: '2026-03-05T22:59:59.999Z',
  totalCents: 550,
})

test('another implementation of JWS verifies a receipt and reads it', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const jws = createSignReceipt({ receiptKeyId: 'receipts-1', receiptPrivateKey: privateKey })(receipt)
  const key = await importJWK(publicKey.export({ format: 'jwk' }), 'EdDSA')
  const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: ['EdDSA'] })
  expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: 'receipts-1', typ: 'receipt+jwt' })
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(receipt)
})

test('a changed receipt does not verify', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const [header, , signature] = createSignReceipt({ receiptKeyId: 'receipts-1', receiptPrivateKey: privateKey })(
    receipt,
  ).split('.')
  const cheaper = Buffer.from(JSON.stringify({ ...receipt, totalCents: 1 })).toString('base64url')
  const key = await importJWK(publicKey.export({ format: 'jwk' }), 'EdDSA')
  await expect(compactVerify(`${header}.${cheaper}.${signature}`, key)).rejects.toThrow('signature')
})
