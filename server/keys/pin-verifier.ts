import { argon2id } from 'hash-wasm'

/** OWASP Password Storage Cheat Sheet: Argon2id, 19 MiB, two passes, one lane. */
const cost = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32, outputType: 'encoded' } as const

/** What a terminal checks a PIN against, in PHC form. The salt is 16 bytes that nobody else has. */
export function pinVerifier(pin: string, salt: Uint8Array): Promise<string> {
  return argon2id({ ...cost, password: pin, salt })
}
