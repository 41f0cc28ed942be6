import { sql } from 'kysely'
import type { Database } from '../../database/open-database.ts'
import type { TunnelIdentity } from '../gateway-engine.ts'

/** Says of each identity whether its terminal is enrolled, not revoked, and stands in the cell the inmate lives in now. */
export type FindLodged = (identities: readonly TunnelIdentity[]) => Promise<(identity: TunnelIdentity) => boolean>

const keyOf = ({ terminalId, inmateId }: TunnelIdentity): string => `${terminalId} ${inmateId}`

/** Asks the database once for them all. */
export function createFindLodged(database: Database): FindLodged {
  return async identities => {
    const byKey = new Map(identities.map(identity => [keyOf(identity), identity]))
    const asked = [...byKey.values()]
    const { rows } = await sql<TunnelIdentity>`
      select asked.terminal as "terminalId", asked.inmate as "inmateId"
      from unnest(
        ${asked.map(({ terminalId }) => terminalId)}::uuid[], ${asked.map(({ inmateId }) => inmateId)}::uuid[]
      ) as asked (terminal, inmate)
      join terminals on terminals.id = asked.terminal
        and terminals.enrolled_at is not null and terminals.revoked_at is null
      join cell_stays on cell_stays.inmate_id = asked.inmate
        and cell_stays.cell_id = terminals.cell_id and cell_stays.until is null
    `.execute(database)
    const lodged = new Set(rows.map(keyOf))
    return identity => lodged.has(keyOf(identity))
  }
}

/**
 * Remembers for a moment who was found lodged, because a page opens many tunnels at once. Who was not found is asked for
 * again each time: they may just have moved in.
 */
export function rememberLodged(
  findLodged: FindLodged,
  clock: () => Date,
  memoryMs = 3000,
): (identity: TunnelIdentity) => Promise<boolean> {
  const known = new Map<string, number>()
  return async identity => {
    const key = keyOf(identity)
    const nowMs = clock().getTime()
    const foundAtMs = known.get(key)
    if (foundAtMs !== undefined && Math.abs(nowMs - foundAtMs) < memoryMs) return true
    const isLodged = (await findLodged([identity]))(identity)
    if (known.size > 5000) known.clear()
    if (isLodged) known.set(key, nowMs)
    else known.delete(key)
    return isLodged
  }
}
