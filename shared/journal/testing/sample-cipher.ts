import { createCipheriv } from 'node:crypto'
import { concatBytes } from '../bytes.ts'
import type { Encipher } from '../record-format.ts'

/** AES-256-GCM, as the terminal writes. */
export function sampleEncipher(dataKey: Uint8Array): Encipher {
  return (nonce, head, payload) => {
    const cipher = createCipheriv('aes-256-gcm', dataKey, nonce).setAAD(head)
    return concatBytes(cipher.update(payload), cipher.final(), cipher.getAuthTag())
  }
}
