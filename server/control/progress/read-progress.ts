import { sql } from 'kysely'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Database } from '../../database/open-database.ts'

/**
 * How far a version has come with a terminal that does not obey it yet.
 *
 *  - `issued`: stored, and the terminal is on the line; the server it is connected to has not said that it knows the version.
 *  - `sent`: that server knows it, and writes to each of its connections at once.
 *  - `unreachable`: not on the line.
 */
export type Obedience = 'obeyed' | 'sent' | 'issued' | 'unreachable'

export interface TerminalProgress {
  readonly terminalId: TerminalId
  readonly name: string
  readonly cellId: string
  readonly wingId: string
  readonly status: Obedience
  readonly isConnected: boolean
  readonly obeyedVersion: number
  readonly obeyedAt: Date | null
  readonly heardAt: Date | null
  /** No later than then it closes the web by itself, and what lies on it; null: it never had a lease. */
  readonly webLeaseUntil: Date | null
  readonly localLeaseUntil: Date | null
  /** When it was found to hold less than it had obeyed before. */
  readonly rolledBackAt: Date | null
  /** Why it did not obey, in a code of its own. */
  readonly refusal: string | null
}

/** A server process that has said within seconds that it runs. */
export interface ServerProgress {
  readonly id: string
  readonly version: number
  /** Pushes it is settling: none while a maintenance is under way means that it has drained. */
  readonly inFlight: number
}

/** Who obeys a version, terminal by terminal. */
export interface Progress {
  readonly version: number
  readonly counts: { readonly terminals: number } & Readonly<Record<Obedience, number>>
  /** Those that need looking at first: unreachable, then issued, sent, obeyed, each by name. At most `limit`. */
  readonly terminals: readonly TerminalProgress[]
  readonly servers: readonly ServerProgress[]
}

export interface ProgressWish {
  /** Of this version; left out, of the one in force. */
  readonly version?: number
  readonly limit?: number
}

/** A server that has not said for this long that it runs is gone. */
const GONE_AFTER_SECONDS = 10

/** Counts, of the enrolled terminals, those that obey. Cheap enough to ask twice a second. */
export async function readProgress(database: Database, wish: ProgressWish = {}): Promise<Progress> {
  const version = wish.version ?? (await currentVersion(database))
  const judged = judge(version)
  const { rows: terminals } = await sql<TerminalProgress>`
    ${judged} select * from judged
    order by array_position(array['unreachable', 'issued', 'sent', 'obeyed'], status), name limit ${wish.limit ?? 1000}
  `.execute(database)
  const { rows: counted } = await sql<Progress['counts']>`
    ${judged} select count(*) as terminals, count(*) filter (where status = 'obeyed') as obeyed,
      count(*) filter (where status = 'sent') as sent, count(*) filter (where status = 'issued') as issued,
      count(*) filter (where status = 'unreachable') as unreachable
    from judged
  `.execute(database)
  const [counts = { terminals: 0, obeyed: 0, sent: 0, issued: 0, unreachable: 0 }] = counted
  return { version, counts, terminals, servers: await readServers(database) }
}

function judge(version: number) {
  return sql`
    with alive as (
      select id, version from control_servers where alive_at > now() - make_interval(secs => ${GONE_AFTER_SECONDS})
    ), known as (
      select t.id as "terminalId", t.name, t.cell_id as "cellId", c.wing_id as "wingId",
        (s.connected_at is not null and a.id is not null) as "isConnected", a.version as "serverVersion",
        coalesce(s.obeyed_version, 0) as "obeyedVersion", s.obeyed_at as "obeyedAt", s.heard_at as "heardAt",
        s.web_lease_until as "webLeaseUntil", s.local_lease_until as "localLeaseUntil",
        s.rolled_back_at as "rolledBackAt", s.refusal
      from terminals t join cells c on c.id = t.cell_id left join terminal_states s on s.terminal_id = t.id
        left join alive a on a.id = s.server_id
      where t.enrolled_at is not null and t.revoked_at is null
    ), judged as (
      select known.*, case when "obeyedVersion" >= ${version} then 'obeyed' when not "isConnected" then 'unreachable'
        when "serverVersion" >= ${version} then 'sent' else 'issued' end as status
      from known
    )
  `
}

async function currentVersion(database: Database): Promise<number> {
  const row = await database
    .selectFrom('state_documents')
    .select('version')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version ?? 0
}

async function readServers(database: Database): Promise<readonly ServerProgress[]> {
  return database
    .selectFrom('control_servers')
    .select(['id', 'version', 'in_flight as inFlight'])
    .where('alive_at', '>', sql<Date>`now() - make_interval(secs => ${GONE_AFTER_SECONDS})`)
    .orderBy('id')
    .execute()
}
