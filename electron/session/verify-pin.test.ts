import { argon2id } from 'hash-wasm'
import { beforeAll, expect, test } from 'vitest'
import { createVerifyPin } from './verify-pin.ts'

let verifier: string
beforeAll(async () => {
  verifier = await argon2id({
    password: '2580',
    salt: new Uint8Array(16),
    memorySize: 64,
    iterations: 1,
    parallelism: 1,
    hashLength: 32,
    outputType: 'encoded',
  })
})

const verifyPin = createVerifyPin(() => verifier)

test('takes the PIN the verifier was made of, and no other', async () => {
  await expect(verifyPin('2580', verifier)).resolves.toBe(true)
  await expect(verifyPin('2581', verifier)).resolves.toBe(false)
})

test('takes no PIN for a number nobody has', async () => {
  await expect(verifyPin('2580', undefined)).resolves.toBe(false)
})

test('takes no PIN for a number nobody has on a terminal without a roster', async () => {
  await expect(createVerifyPin(() => undefined)('2580', undefined)).resolves.toBe(false)
})

test.each([
  ['asks for more memory than there is', (text: string) => text.replace('m=64', 'm=4194304')],
  ['asks for more rounds than anybody waits for', (text: string) => text.replace('t=1', 't=999')],
  ['asks for nothing', (text: string) => text.replace('t=1', 't=0')],
  ['is of another function', (text: string) => text.replace('argon2id', 'argon2i')],
  ['is of another version', (text: string) => text.replace('v=19', 'v=16')],
  ['is not one', () => 'secret'],
])('takes no PIN where the verifier %s', async (_name, spoil) => {
  await expect(verifyPin('2580', spoil(verifier))).resolves.toBe(false)
})
