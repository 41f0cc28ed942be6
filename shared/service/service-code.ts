import { z } from 'zod'

export const SERVICE_CODE_DIGITS = 8

/** Eight digits, as they are read out over the telephone. */
export const serviceCodeSchema = z.string().regex(/^[0-9]{8}$/)
export type ServiceCode = z.output<typeof serviceCodeSchema>

/** How many bytes a terminal's service secret has: 256 bits. */
export const SERVICE_SECRET_BYTES = 32

/** What server and terminal share, made at enrolment: base64url. */
export const serviceSecretSchema = z.base64url().length(43)
export type ServiceSecret = z.output<typeof serviceSecretSchema>

/** How many codes may have been given and not used, before the terminal knows none of the newer ones. */
export const SERVICE_CODE_WINDOW = 50

/** The highest counter there is: whatever has reached it takes no code any more. */
export const HIGHEST_SERVICE_COUNTER = 2_147_483_647
export const serviceCounterSchema = z.int().min(0).max(HIGHEST_SERVICE_COUNTER)

/** As it is written for people: `1234 5678`. */
export function writeServiceCode(code: ServiceCode): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}
