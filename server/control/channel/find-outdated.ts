import { sql } from 'kysely'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Database } from '../../database/open-database.ts'
import type { Connection } from './connection.ts'

/** Why a connection has no right to be there any more. */
export interface Outdated {
  readonly terminalId: TerminalId
  readonly reason: 'revoked' | 'replaced'
}

/** Of these connections, those whose terminal was revoked or enrolled anew, or is on the line with another server since. */
export async function findOutdated(
  database: Database,
  serverId: string,
  connections: readonly Connection[],
): Promise<readonly Outdated[]> {
  if (connections.length === 0) return []
  const { rows } = await sql<Outdated>`
    select asked.id as "terminalId", case when t.id is null then 'revoked' else 'replaced' end as reason
    from unnest(
      ${connections.map(({ terminalId }) => terminalId)}::uuid[], ${connections.map(({ publicKey }) => publicKey)}::text[]
    ) as asked (id, public_key)
    left join terminals t on t.id = asked.id and t.public_key = asked.public_key
      and t.enrolled_at is not null and t.revoked_at is null
    left join terminal_states s on s.terminal_id = asked.id
    where t.id is null or (s.connected_at is not null and s.server_id <> ${serverId}::uuid)
  `.execute(database)
  return rows
}
