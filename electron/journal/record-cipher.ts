import { createCipheriv } from 'node:crypto'
import type { Encipher } from '#shared/journal/record-format.ts'

/**
 * Enciphers records under a file's key, AES-256-GCM. At once and not in the thread pool: a record is a few microseconds, and the
 * person waits for the disk, not for this.
 */
export function createEncipher(dataKey: Uint8Array): Encipher {
  return (nonce, head, payload) => {
    const cipher = createCipheriv('aes-256-gcm', dataKey, nonce)
    cipher.setAAD(head)
    return Buffer.concat([cipher.update(payload), cipher.final(), cipher.getAuthTag()])
  }
}
