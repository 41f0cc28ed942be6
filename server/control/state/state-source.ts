import { sql } from 'kysely'
import type { StateDocument } from '#shared/directive/state-document.ts'
import type { StateKey } from '../../keys/state-keys.ts'
import type { DatabaseConnection } from '../../database/open-database.ts'
import { listen } from '../../database/listen.ts'
import type { ControlPorts } from '../control-ports.ts'
import { ensureState } from './ensure-state.ts'
import { openState } from './open-state.ts'
import { signingKey, STATE_CHANNEL } from './publish-state.ts'
import { raiseState } from './raise-state.ts'

/** The document in force as this process knows it. */
export interface KnownState {
  readonly version: number
  readonly jws: string
  readonly keyId: string
  readonly document: StateDocument
  /** What leases of it are signed with. */
  readonly leaseKey: StateKey
}

/** What every server process on a database knows of the state within seconds, whoever changed it. */
export interface StateSource {
  /** `undefined` while none was read. */
  readonly current: () => KnownState | undefined
  /** Looks now, and answers what is in force. Rejects while the database is away. */
  readonly refresh: () => Promise<KnownState | undefined>
  /** Calls `told` with what came: the documents above the last one, in order. Answers how to stop that. */
  readonly onChange: (told: (came: readonly KnownState[]) => void) => () => void
  readonly close: () => Promise<void>
}

export interface StateSourcePorts extends ControlPorts {
  /** For `LISTEN`; left out, changes are found by looking alone. */
  readonly connection?: DatabaseConnection | undefined
  readonly reportBug: (error: unknown) => void
  readonly pollMs?: number
}

/** A lost notification costs this long, not the order. */
const POLL_MS = 2000
/** More than a server misses in one look; of those before, only the last counts. */
const MOST_AT_ONCE = 100

export function createStateSource(ports: StateSourcePorts): StateSource {
  const listeners = new Set<(came: readonly KnownState[]) => void>()
  let known: KnownState | undefined
  let looking: Promise<void> | undefined

  const look = async (): Promise<void> => {
    const came = await readAbove(ports, known)
    known = came.at(-1) ?? known
    if (came.length > 0) for (const told of listeners) told(came)
  }
  // One look at a time; whoever asks while one is under way gets the next, which sees what they saw.
  const refresh = async (): Promise<KnownState | undefined> => {
    await looking?.catch(() => undefined)
    looking ??= look().finally(() => {
      looking = undefined
    })
    await looking
    return known
  }
  const poll = (): void => {
    refresh().catch(ports.reportBug)
  }
  const timer = setInterval(poll, ports.pollMs ?? POLL_MS)
  timer.unref()
  const listening = ports.connection === undefined ? undefined : listen(ports.connection, [STATE_CHANNEL], poll)
  poll()
  return {
    current: () => known,
    refresh,
    onChange: told => {
      listeners.add(told)
      return () => listeners.delete(told)
    },
    close: async () => {
      clearInterval(timer)
      listeners.clear()
      await listening?.close()
      await looking?.catch(() => undefined)
    },
  }
}

/** The documents above `known`, in order. A document nobody of us signed is never taken up. */
async function readAbove(ports: StateSourcePorts, known: KnownState | undefined): Promise<readonly KnownState[]> {
  const rows = await readRows(ports, known)
  const newest = rows[0]?.version ?? 0
  if (newest === 0) await ensureState(ports)
  // The database was put back under us to an older copy: what we know is the proof.
  else if (known !== undefined && newest < known.version) await raiseState(ports, known, 'server')
  else return openRows(ports, rows, known)
  return openRows(ports, await readRows(ports, known), known)
}

interface StoredState {
  readonly version: number
  readonly jws: string
}

/** The newest first, the one that is known last. */
async function readRows(
  { database }: StateSourcePorts,
  known: KnownState | undefined,
): Promise<readonly StoredState[]> {
  const last = database.selectFrom('state_documents').select(({ fn }) => fn.max('version').as('version'))
  const from = known === undefined ? last : sql<number>`least(${known.version}, (${last}))`
  return database
    .selectFrom('state_documents')
    .select(['version', 'jws'])
    .where('version', '>=', from)
    .orderBy('version', 'desc')
    .limit(MOST_AT_ONCE)
    .execute()
}

async function openRows(
  { keys, reportBug }: StateSourcePorts,
  rows: readonly StoredState[],
  known: KnownState | undefined,
): Promise<readonly KnownState[]> {
  const came: KnownState[] = []
  for (const { version, jws } of rows.toReversed()) {
    if (version <= (known?.version ?? 0)) continue
    const opened = await openState(keys, jws)
    if (opened?.document.version !== version) {
      reportBug(new Error('a state document in the database was not signed by this server'))
      continue
    }
    came.push({ version, ...opened, leaseKey: await signingKey(keys, opened.document) })
  }
  return came
}
