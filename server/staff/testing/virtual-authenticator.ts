import { isoCBOR } from '@simplewebauthn/server/helpers'
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_KEY = 0x40

export interface AnswerWishes {
  readonly origin?: string
  readonly challenge?: string
  readonly host?: string
  /** False: the key was touched by somebody it did not check. */
  readonly isVerified?: boolean
  readonly counter?: number
}

interface Asked {
  readonly challenge: string
}

/** A security key as a test holds it: makes ES256 passkeys and signs with them, as WebAuthn level 2 has it. */
export class VirtualAuthenticator {
  readonly credentialId = randomBytes(16)
  readonly #keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
  readonly #origin: string
  #counter = 0

  constructor(origin: string) {
    this.#origin = origin
    this.#keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  }

  register(options: unknown, wishes: AnswerWishes = {}) {
    const attestationObject = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', this.#authenticatorData(wishes, true)],
      ]) as never,
    )
    return this.#answer({
      clientDataJSON: toBase64url(this.#clientData('webauthn.create', options as Asked, wishes)),
      attestationObject: toBase64url(attestationObject),
      transports: ['usb'],
    })
  }

  authenticate(options: unknown, wishes: AnswerWishes = {}) {
    const clientData = this.#clientData('webauthn.get', options as Asked, wishes)
    const data = this.#authenticatorData(wishes, false)
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), this.#keys.privateKey)
    return this.#answer({
      clientDataJSON: toBase64url(clientData),
      authenticatorData: toBase64url(data),
      signature: toBase64url(signature),
    })
  }

  #answer(response: object) {
    const id = toBase64url(this.credentialId)
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }

  #clientData(type: string, asked: Asked, { origin = this.#origin, challenge = asked.challenge }: AnswerWishes) {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  #authenticatorData({ host, isVerified = true, counter }: AnswerWishes, withKey: boolean): Buffer {
    this.#counter += 1
    const flags = PRESENT | (isVerified ? VERIFIED : 0) | (withKey ? HAS_KEY : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter ?? this.#counter)
    const rpId = sha256(Buffer.from(host ?? new URL(this.#origin).hostname))
    const head = Buffer.concat([rpId, Buffer.from([flags]), count])
    return withKey ? Buffer.concat([head, this.#attestedKey()]) : head
  }

  #attestedKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    const cose = isoCBOR.encode(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]) as never,
    )
    const length = Buffer.from([0, this.credentialId.length])
    return Buffer.concat([Buffer.alloc(16), length, this.credentialId, cose])
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
const toBase64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
