import { sql } from 'kysely'
import type { Database } from '../database/open-database.ts'

export interface ServerPresence {
  /** Says it now. */
  readonly say: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface ServerPresencePorts {
  readonly database: Database
  readonly serverId: string
  readonly version: () => number
  readonly inFlight: () => number
  readonly reportBug: (error: unknown) => void
}

const SAY_EVERY_MS = 2000

/** Says from time to time that this server runs, by the database's clock: while it does, its connections are believed. */
export function announceServer({
  database,
  serverId,
  version,
  inFlight,
  reportBug,
}: ServerPresencePorts): ServerPresence {
  let saying: Promise<unknown> = Promise.resolve()
  const say = async (): Promise<void> => {
    await sql`
      insert into control_servers as s (id, alive_at, version, in_flight)
      values (${serverId}, now(), ${version()}, ${inFlight()})
      on conflict (id) do update set alive_at = now(), version = excluded.version, in_flight = excluded.in_flight
    `.execute(database)
    await sql`delete from control_servers where alive_at < now() - interval '1 day'`.execute(database)
  }
  const sayNow = (): Promise<void> => {
    saying = saying.then(say).catch(reportBug)
    return saying.then(() => undefined)
  }
  const timer = setInterval(() => void sayNow(), SAY_EVERY_MS)
  timer.unref()
  void sayNow()
  return {
    say: sayNow,
    close: async () => {
      clearInterval(timer)
      await saying
      await database.deleteFrom('control_servers').where('id', '=', serverId).execute().catch(reportBug)
    },
  }
}
