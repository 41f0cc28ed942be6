import { sql } from 'kysely'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Database } from '../../database/open-database.ts'

/** What became known of a terminal. What is left out stays as it was. */
export interface TerminalNews {
  readonly connected?: boolean
  readonly obeyedVersion?: number
  readonly obeyedAt?: Date
  readonly webLeaseUntil?: Date
  readonly localLeaseUntil?: Date
  readonly rolledBackAt?: Date
  /** Why it did not obey, in a code of its own. An obeyed version takes it away. */
  readonly refusal?: string
}

/** Where what terminals say is gathered, and written down a few times a second. */
export interface TerminalBook {
  readonly note: (terminalId: TerminalId, news: TerminalNews) => void
  /** Writes what is there now. */
  readonly flush: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface TerminalBookPorts {
  readonly database: Database
  readonly serverId: string
  readonly reportBug: (error: unknown) => void
  /** After each writing. */
  readonly onWritten: () => void
}

/** Told to every server when terminals did something that is shown. */
export const PROGRESS_CHANNEL = 'guichet_progress'
const GATHER_MS = 150
const TRY_AGAIN_MS = 2000

/**
 * However many terminals obey at once, one statement writes them: what 10,000 of them say takes some statements, not 10,000.
 *
 * What cannot be written while the database is away is kept and written later, the last word of each terminal.
 */
export function createTerminalBook({ database, serverId, reportBug, onWritten }: TerminalBookPorts): TerminalBook {
  let gathered = new Map<TerminalId, TerminalNews>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let isClosed = false

  const write = async (): Promise<void> => {
    const news = gathered
    if (news.size === 0) return
    gathered = new Map()
    try {
      await writeNews(database, serverId, news)
      onWritten()
    } catch (error) {
      reportBug(error)
      for (const [id, later] of gathered) news.set(id, { ...news.get(id), ...later })
      gathered = news
      if (!isClosed) plan(TRY_AGAIN_MS)
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write)
    return writing
  }
  const plan = (delayMs: number): void => {
    timer ??= setTimeout(() => void flush(), delayMs)
  }
  return {
    note: (terminalId, news) => {
      gathered.set(terminalId, { ...gathered.get(terminalId), ...news })
      if (!isClosed) plan(GATHER_MS)
    },
    flush,
    close: () => {
      isClosed = true
      return flush()
    },
  }
}

async function writeNews(
  database: Database,
  serverId: string,
  news: ReadonlyMap<TerminalId, TerminalNews>,
): Promise<void> {
  // In one order, so that two servers never wait for each other here.
  const all = [...news].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const of = <Value>(pick: (one: TerminalNews) => Value | undefined) => all.map(([, one]) => pick(one) ?? null)
  await database.transaction().execute(async transaction => {
    const ids = all.map(([id]) => id)
    await sql`
      select from terminal_states where terminal_id = any(${ids}::uuid[]) order by terminal_id for update
    `.execute(transaction)
    await sql`
      update terminal_states as s set
        connected_at = case when n.connected then now() when not n.connected and s.server_id = ${serverId}::uuid then null
          else s.connected_at end,
        server_id = case when n.connected then ${serverId}::uuid else s.server_id end,
        heard_at = greatest(s.heard_at, now()),
        obeyed_version = coalesce(n.obeyed, s.obeyed_version),
        obeyed_at = coalesce(n.obeyed_at, s.obeyed_at),
        web_lease_until = coalesce(n.web, s.web_lease_until),
        local_lease_until = coalesce(n.local, s.local_lease_until),
        highest_version = greatest(s.highest_version, n.obeyed),
        rolled_back_at = coalesce(n.rolled_back, s.rolled_back_at),
        refusal = case when n.refusal is not null then n.refusal when n.obeyed is not null then null else s.refusal end
      from unnest(
        ${ids}::uuid[], ${of(one => one.connected)}::boolean[],
        ${of(one => one.obeyedVersion)}::bigint[], ${of(one => one.obeyedAt)}::timestamptz[],
        ${of(one => one.webLeaseUntil)}::timestamptz[], ${of(one => one.localLeaseUntil)}::timestamptz[],
        ${of(one => one.rolledBackAt)}::timestamptz[], ${of(one => one.refusal)}::text[]
      ) as n (id, connected, obeyed, obeyed_at, web, local, rolled_back, refusal)
      where s.terminal_id = n.id
    `.execute(transaction)
    await sql`select pg_notify(${PROGRESS_CHANNEL}, '')`.execute(transaction)
  })
}
