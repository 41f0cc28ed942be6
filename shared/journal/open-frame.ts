import type { JournalRecord } from './journal-record.ts'
import type { FoundFrame } from './record-format.ts'

const decoder = new TextDecoder()

/** Reads a sealed payload; `undefined` where the file's key does not prove it. */
export type Decipher = (frame: FoundFrame) => Promise<Uint8Array | undefined>

/** Deciphers what was enciphered under a file's data key. Without a key nothing opens. */
export async function createDecipher(dataKey: Uint8Array | undefined): Promise<Decipher> {
  if (dataKey === undefined) return async () => undefined
  const key = await crypto.subtle.importKey('raw', new Uint8Array(dataKey), 'AES-GCM', false, ['decrypt'])
  return ({ nonce, head, body }) => {
    const algorithm = { name: 'AES-GCM', iv: new Uint8Array(nonce), additionalData: new Uint8Array(head) }
    return crypto.subtle.decrypt(algorithm, key, new Uint8Array(body)).then(
      bytes => new Uint8Array(bytes),
      () => undefined,
    )
  }
}

/** The record a frame holds, or `undefined` when it does not open or is no JSON. */
export async function openFrame(frame: FoundFrame, decipher: Decipher): Promise<JournalRecord | undefined> {
  const { seq, at, type } = frame
  const bytes = frame.version === 1 ? frame.body : await decipher(frame)
  const payload = bytes && parsePayload(decoder.decode(bytes))
  return payload === undefined ? undefined : { seq, at, type, payload }
}

/** `undefined`, which JSON cannot say, for text that is not JSON. */
function parsePayload(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
