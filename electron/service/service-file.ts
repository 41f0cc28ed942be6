import { instantSchema } from '#shared/contracts/instant.ts'
import { LONGEST_SERVICE_WAIT_MS } from '#shared/service/evaluate-service-code.ts'
import { HIGHEST_SERVICE_COUNTER, serviceCounterSchema, type ServiceSecret } from '#shared/service/service-code.ts'
import { createHash } from 'node:crypto'
import { z } from 'zod'

/*
 * Threat: an older copy of this file, put back, would make used codes good again. So there are two of it, the higher count
 * holds, and one that cannot be read counts for nothing. Whoever replaces both has the rights of the kiosk's own account, and
 * nothing to gain from a screen that shows less than they can read.
 */

/** What is kept of codes and tries, for the secret they belong to. */
export const serviceFileSchema = z.strictObject({
  version: z.literal(1),
  /** SHA-256 of the secret, hexadecimal: another enrolment begins anew. */
  secretHash: z.string().regex(/^[0-9a-f]{64}$/),
  lastUsed: serviceCounterSchema,
  failures: z.int().min(0),
  /** This terminal takes no code until then, and never for longer than `waitMs` from when it is read. */
  until: instantSchema,
  waitMs: z.int().min(0).max(LONGEST_SERVICE_WAIT_MS),
})
export type ServiceFile = z.output<typeof serviceFileSchema>

/** One of the two copies, as it lay on the disk. */
export interface ServiceCopy {
  readonly value: ServiceFile | undefined
  readonly wasBroken: boolean
}

export function hashServiceSecret(secret: ServiceSecret): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** What holds of the two copies: of each thing the stricter. Where nothing can be read that was there, no code works any more. */
export function mergeServiceCopies(copies: readonly ServiceCopy[], secret: ServiceSecret): ServiceFile {
  const secretHash = hashServiceSecret(secret)
  const values = copies.flatMap(({ value }) => (value === undefined ? [] : [value]))
  const own = values.filter(value => value.secretHash === secretHash)
  const isLost = values.length === 0 && copies.some(({ wasBroken }) => wasBroken)
  const [slowest] = own.toSorted((left, right) => right.failures - left.failures || right.waitMs - left.waitMs)
  return {
    version: 1,
    secretHash,
    lastUsed: isLost ? HIGHEST_SERVICE_COUNTER : Math.max(0, ...own.map(({ lastUsed }) => lastUsed)),
    failures: slowest?.failures ?? 0,
    until: slowest?.until ?? '1970-01-01T00:00:00.000Z',
    waitMs: slowest?.waitMs ?? 0,
  }
}
