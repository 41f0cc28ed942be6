import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { sealedSchema } from '../contracts/sealed.ts'
import { base64urlToBytes, bytesToBase64url } from './base64url.ts'
import { open, seal, type SealingContext } from './seal.ts'
import {
  createSealingKeyPair,
  importOpeningKey,
  type OpeningKey,
  publicHalf,
  type SealingPrivateKey,
  sealingPrivateKeySchema,
} from './sealing-key-pair.ts'

const context: SealingContext = { operationId: 'operation', inmateId: 'inmate', terminalId: 'terminal' }
const complaint = { text: 'Mal de dents, très fort. 你好 👍', howBad: 4 }

let pair: SealingPrivateKey
let openingKey: OpeningKey

beforeAll(async () => {
  pair = await createSealingKeyPair()
  openingKey = await importOpeningKey(pair)
})

test('what was sealed opens with the private key, as it was', async () => {
  const sealed = await seal(publicHalf(pair), context, complaint)
  expect(await open(openingKey, context, sealed)).toEqual(complaint)
})

test('every key opens what was sealed to it', async () => {
  for (let made = 0; made < 24; made += 1) {
    const own = await createSealingKeyPair()
    const sealed = await seal(publicHalf(own), context, complaint)
    expect(await open(await importOpeningKey(own), context, sealed)).toEqual(complaint)
  }
})

test('a sealed text is valid on the wire and shows nothing of what it holds', async () => {
  const sealed = await seal(publicHalf(pair), context, complaint)
  expect(sealedSchema.parse(sealed)).toEqual(sealed)
  const bytes = new TextDecoder('latin1').decode(base64urlToBytes(sealed.ciphertext))
  expect(bytes).not.toContain('dents')
  expect(bytes).not.toContain('howBad')
})

test('the same text is never sealed to the same bytes', async () => {
  const [first, second] = [await seal(publicHalf(pair), context, 'x'), await seal(publicHalf(pair), context, 'x')]
  expect(first.ciphertext).not.toBe(second.ciphertext)
  expect(first.encapsulatedKey).not.toBe(second.encapsulatedKey)
})

test('short and longer texts have the same length, and a long one is one step longer', async () => {
  const lengthOf = async (text: string) => (await seal(publicHalf(pair), context, { text })).ciphertext.length
  const short = await lengthOf('')
  expect(await lengthOf('x'.repeat(900))).toBe(short)
  expect(await lengthOf('x'.repeat(1100))).toBeGreaterThan(short)
})

test('the longest text a form takes fits on the wire', async () => {
  const sealed = await seal(publicHalf(pair), context, { text: '𐍈'.repeat(1000), more: 'x'.repeat(200) })
  expect(sealedSchema.safeParse(sealed).success).toBe(true)
})

test.each([
  ['operation', { ...context, operationId: 'another' }],
  ['inmate', { ...context, inmateId: 'another' }],
  ['terminal', { ...context, terminalId: 'another' }],
])('a sealed text moved to another %s does not open', async (_name, moved) => {
  const sealed = await seal(publicHalf(pair), context, complaint)
  await expect(open(openingKey, moved, sealed)).rejects.toMatchObject({ code: 'SEALED_UNREADABLE' })
})

test('another key does not open it', async () => {
  const other = await createSealingKeyPair()
  const sealed = await seal(publicHalf(pair), context, complaint)
  const otherKey = await importOpeningKey(other)
  await expect(open(otherKey, context, sealed)).rejects.toMatchObject({ code: 'SEALED_UNREADABLE' })
})

test('a changed byte anywhere does not open', async () => {
  const sealed = await seal(publicHalf(pair), context, complaint)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('ciphertext', 'encapsulatedKey'),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (part, at, flip) => {
        const bytes = base64urlToBytes(sealed[part as 'ciphertext'])
        const index = at % bytes.length
        bytes[index] = (bytes[index] ?? 0) ^ flip
        const changed = { ...sealed, [part]: bytesToBase64url(bytes) }
        await expect(open(openingKey, context, changed)).rejects.toMatchObject({ code: 'SEALED_UNREADABLE' })
      },
    ),
    { numRuns: 40 },
  )
})

test('a key pair file is valid, and its id is of its public key', async () => {
  expect(sealingPrivateKeySchema.parse(pair)).toEqual(pair)
  const digest = await crypto.subtle.digest('SHA-256', base64urlToBytes(pair.publicKey))
  expect(pair.keyId).toBe(bytesToBase64url(new Uint8Array(digest).subarray(0, 12)))
  expect(publicHalf(pair)).not.toHaveProperty('privateKey')
})

test('base64url reads back what it wrote, without padding or characters of an address', () => {
  fc.assert(
    fc.property(fc.uint8Array(), bytes => {
      const text = bytesToBase64url(bytes)
      expect(text).toMatch(/^[\w-]*$/)
      expect(base64urlToBytes(text)).toEqual(bytes)
    }),
  )
})
