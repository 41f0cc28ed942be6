import { HOTP, Secret } from 'otpauth'
import { base64urlToBytes } from '../sealing/base64url.ts'
import { SERVICE_CODE_DIGITS, type ServiceCode, type ServiceSecret, serviceCodeSchema } from './service-code.ts'

/** Says which code belongs to a counter. */
export type CodeAt = (counter: number) => ServiceCode

/** The codes of one terminal: HOTP (RFC 4226) over SHA-256, eight digits. Runs without Node, the same on both sides. */
export function createCodeAt(secret: ServiceSecret): CodeAt {
  const bytes = base64urlToBytes(secret)
  const key = new Secret({ buffer: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) })
  return counter =>
    serviceCodeSchema.parse(HOTP.generate({ secret: key, algorithm: 'SHA256', digits: SERVICE_CODE_DIGITS, counter }))
}
