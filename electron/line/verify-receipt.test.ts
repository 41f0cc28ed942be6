import { expect, test } from 'vitest'
import { bilal, otherTerminalId, prisonId, sampleOrder } from '../testing/sample-operations.ts'
import { createReceiptSigner } from '../testing/sign-receipt.ts'
import { createVerifyReceipt } from './verify-receipt.ts'

const signer = createReceiptSigner()
const stranger = createReceiptSigner()
const verifyReceipt = createVerifyReceipt(prisonId, signer.pinned)
const operation = sampleOrder()
const invalid: unknown = expect.objectContaining({ code: 'RECEIPT_INVALID' })

test('takes the prison’s signature on these very words', async () => {
  const receipt = await verifyReceipt(operation, signer.sign(operation))
  expect(receipt).toMatchObject({ operationId: operation.id, totalCents: 498 })
})

test('takes a receipt signed with any of the pinned keys', async () => {
  const next = createReceiptSigner('receipts-2')
  const both = createVerifyReceipt(prisonId, [...signer.pinned, ...next.pinned])
  await expect(both(operation, next.sign(operation))).resolves.toMatchObject({ operationId: operation.id })
})

test.each([
  ['another operation', { operationId: sampleOrder().id }],
  ['other words', { operationHash: 'A'.repeat(43) }],
  ['another person', { inmateId: bilal.inmateId }],
  ['another terminal', { terminalId: otherTerminalId }],
  ['another prison', { prisonId: otherTerminalId }],
  ['another kind', { kind: 'request.remind' }],
  ['something with an unknown field', { remark: 'x' }],
  ['a due date that is none', { dueAt: 'soon' }],
])('refuses a true signature about %s', async (_name, changes) => {
  await expect(verifyReceipt(operation, signer.sign(operation, changes))).rejects.toEqual(invalid)
})

const genuine = signer.sign(operation)
const [header = '', content = '', signature = ''] = genuine.split('.')
const head = { alg: 'EdDSA', kid: 'receipts-1', typ: 'receipt+jwt' }
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test.each([
  ['of a key that is not pinned', stranger.sign(operation)],
  ['of a key that is not known', signer.sign(operation, {}, { ...head, kid: 'receipts-9' })],
  ['of another algorithm', signer.sign(operation, {}, { ...head, alg: 'HS256' })],
  ['of no algorithm', `${encode({ ...head, alg: 'none' })}.${content}.`],
  ['with instructions in its header', signer.sign(operation, {}, { ...head, crit: ['b64'] })],
  ['that was signed as something else', signer.sign(operation, {}, { ...head, typ: 'guichet-state' })],
  ['that was signed as nothing', signer.sign(operation, {}, { alg: head.alg, kid: head.kid })],
  ['with its content changed', `${header}.${encode({ totalCents: 1 })}.${signature}`],
  ['with its signature cut', genuine.slice(0, -4)],
  ['with a part too many', `${genuine}.x`],
  ['that is empty', ''],
  ['that is not JSON', 'x.y.z'],
])('refuses a receipt %s', async (_name, receipt) => {
  await expect(verifyReceipt(operation, receipt)).rejects.toEqual(invalid)
})
