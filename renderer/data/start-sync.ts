import type { BridgeClient } from './bridge-client.ts'
import { checkRows } from './check-rows.ts'
import type { GuichetDatabase } from './database.ts'
import { openDatabase } from './open-database.ts'
import type { Outbox } from './outbox.ts'
import { startOutbox } from './start-outbox.ts'
import { type SyncClock, SyncLoop } from './sync-loop.ts'
import type { SyncStatus } from './sync-status.ts'
import { withinTime } from './within-time.ts'

const CHECK_LIMIT_MS = 5000
/** How often writes are tried again that the browser database did not take. */
const RETRY_WRITES_MS = 30_000

export interface StartSyncPorts {
  readonly db: GuichetDatabase
  readonly bridge: BridgeClient
  readonly clock: SyncClock
  readonly random: () => number
  readonly onStatus: (status: SyncStatus) => void
  readonly onDegraded: (isDegraded: boolean) => void
  readonly onFetched: () => void
}

export interface StartedSync {
  readonly outbox: Outbox
  /** The prison said that it takes operations again. */
  readonly serverOpened: () => void
  readonly stop: () => void
}

/**
 * Opens and checks the browser database, brings outbox and journal together, and starts the sync loop.
 * Ends well whatever state the database is in; it takes longer then, never more than some seconds a step.
 */
export async function startSync(ports: StartSyncPorts): Promise<StartedSync> {
  const { db, clock, onDegraded } = ports
  const isOpen = await openDatabase(db)
  if (isOpen) await withinTime(checkRows(db), CHECK_LIMIT_MS)
  else onDegraded(true)

  const { outbox, retryWrites, writeAll } = await startOutbox({ ...ports, now: clock.now })
  const loop = new SyncLoop({ ...ports, outbox })
  loop.start()
  let wasClosed = false
  const stopRetrying = every(clock, RETRY_WRITES_MS, async () => {
    if (!wasClosed) return retryWrites()
    wasClosed = false
    return writeAll()
  })
  // The browser closes a database that it had to reset: what memory still knows goes into the new one.
  db.on('close', () => {
    wasClosed = true
  })
  return {
    outbox,
    serverOpened: () => loop.serverOpened(),
    stop: () => {
      loop.stop()
      stopRetrying()
    },
  }
}

function every(clock: SyncClock, ms: number, work: () => Promise<void>): () => void {
  let callOff = clock.after(ms, turn)
  let isStopped = false
  function turn(): void {
    void work().finally(() => {
      if (!isStopped) callOff = clock.after(ms, turn)
    })
  }
  return () => {
    isStopped = true
    callOff()
  }
}
