import type { PolicyRequest } from '#shared/policy/policy-request.ts'
import { readRequest } from '#shared/policy/read-request.ts'
import type { Database } from '../../database/open-database.ts'
import type { WrittenField } from '../../database/web-tables.ts'
import type { TunnelIdentity } from '../gateway-engine.ts'

/** A granted request in which a person may have written anything. */
export interface FreeText {
  readonly identity: TunnelIdentity
  readonly siteId: string
  readonly ruleId: string
  readonly request: PolicyRequest
}

/**
 * Keeps what was written for who reviews it. It stands in the database alone, never in a log.
 *
 * Rejects where it could not be kept: then the request may not go out.
 */
export type KeepForReview = (freeText: FreeText) => Promise<void>

export function createKeepForReview(database: Database, clock: () => Date): KeepForReview {
  return async ({ identity, siteId, ruleId, request }) => {
    const read = readRequest(request)
    if (typeof read === 'string') throw new TypeError('a request that cannot be read was granted')
    const { address, method, query, body } = read
    const fields: WrittenField[] = [...query, ...(body?.fields ?? [])].map(({ name, value }) => ({ name, value }))
    await database
      .insertInto('web_reviews')
      .values({
        at: clock(),
        terminal_id: identity.terminalId,
        inmate_id: identity.inmateId,
        site_id: siteId,
        rule_id: ruleId,
        method,
        host: address.host,
        path: new URL(address.href).pathname,
        fields: JSON.stringify(fields),
      })
      .execute()
  }
}
