import { createCodeAt } from '#shared/service/hotp.ts'
import type { ServiceSecret } from '#shared/service/service-code.ts'

export const ownSecret: ServiceSecret = 'A'.repeat(43)

/** The codes a server that holds this secret gives. */
export const codesOf = (secret: ServiceSecret) => createCodeAt(secret)
