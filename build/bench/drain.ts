import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { everythingOpen } from '#shared/contracts/closure.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import { PUSH_CALL_LIMIT } from '#shared/contracts/sync.ts'
import { createKiosk } from '#electron/create-kiosk.ts'
import { openStorage } from '#electron/open-storage.ts'
import { createOperationHandlers } from '#electron/operation-handlers.ts'
import { queueOperations } from '#simulator/queue-operations.ts'
import { type BenchPrison, inFreshWindow } from './bench-prison.ts'
import { type Figure, median, ratioFigure, timed } from './measure.ts'
import { assertCountsExactly, countingRows } from './written-rows.ts'

const execute = promisify(execFile)
const OPERATIONS = 1000
const ROUNDS = 5
const ONE_BY_ONE = 200
const PGBENCH_SECONDS = 5
const PGBENCH_ROWS = 100

/**
 * A thousand queued operations, half orders and half medical requests, through the kiosk's own line: signed in batches by
 * the server, every receipt verified and every verdict in the journal here. Beside pgbench inserting a hundred rows a
 * transaction into the same PostgreSQL, and beside the same line with one request for each operation, in turn.
 */
export async function measureDrain(folder: string, prison: BenchPrison): Promise<Figure[]> {
  await assertCountsExactly(prison.client)
  const rowsPerSecond: number[] = []
  const peerRowsPerSecond: number[] = []
  const batchedPerSecond: number[] = []
  const singlePerSecond: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const drained = await drain(folder, prison, OPERATIONS, PUSH_CALL_LIMIT)
    const single = await drain(folder, prison, ONE_BY_ONE, 1)
    const peer = await pgbenchRowsPerSecond(folder, prison)
    if (round === 0) continue
    rowsPerSecond.push(drained.rows / drained.seconds)
    batchedPerSecond.push(OPERATIONS / drained.seconds)
    singlePerSecond.push(ONE_BY_ONE / single.seconds)
    peerRowsPerSecond.push(peer)
  }
  return [
    ratioFigure(
      'drain of 1,000 operations, rows written',
      {
        ours: median(rowsPerSecond),
        theirs: median(peerRowsPerSecond),
        unit: 'rows/s',
        peer: 'pgbench, 100-row inserts',
      },
      { atLeast: 0.3 },
    ),
    ratioFigure(
      'drain of 1,000 operations, in batches',
      {
        ours: median(batchedPerSecond),
        theirs: median(singlePerSecond),
        unit: 'operations/s',
        peer: 'one request each',
      },
      { atLeast: 5 },
    ),
  ]
}

async function drain(
  folder: string,
  prison: BenchPrison,
  count: number,
  callSize: number,
): Promise<{ rows: number; seconds: number }> {
  const place = await mkdtemp(join(folder, 'drain-'))
  const log = { error: () => undefined, info: () => undefined }
  const storage = await openStorage(place, prison.identity.configuration, log)
  const operations = await queueOperations(count, await inFreshWindow(prison))
  await storage.journal.write(operations.map(payload => ({ type: 'operation', payload })))
  const ignore = () => undefined
  const events = { onSessionBegin: ignore, onSessionEnd: ignore, onSessionTaken: ignore, onPolicyChange: ignore }
  const kiosk = createKiosk(prison.identity, storage, log, events)
  const push = createOperationHandlers(kiosk, () => everythingOpen)['line:push']
  const work = () => timed(() => pushAll(push, operations, callSize))
  const { result: milliseconds, rows } = await countingRows(prison.client, work)
  await storage.journal.close()
  await rm(place, { recursive: true })
  return { rows, seconds: milliseconds / 1000 }
}

type Push = ReturnType<typeof createOperationHandlers>['line:push']

async function pushAll(push: Push, operations: readonly Operation[], callSize: number): Promise<void> {
  for (let from = 0; from < operations.length; from += callSize) {
    const answer = await push({ operations: operations.slice(from, from + callSize) })
    const isApplied = answer.status === 'answered' && answer.verdicts.every(({ status }) => status === 'applied')
    if (!isApplied) throw new Error(`not applied: ${JSON.stringify(answer).slice(0, 400)}`)
  }
}

async function pgbenchRowsPerSecond(folder: string, { client, socketFolder }: BenchPrison): Promise<number> {
  const script = join(folder, 'insert-rows.sql')
  await client.query(
    'create table if not exists bench_rows (id uuid primary key, inmate uuid not null, at timestamptz not null, what text not null, amount int not null)',
  )
  const row = `(gen_random_uuid(), gen_random_uuid(), now(), 'an order of three products as long as one is', 320)`
  await writeFile(
    script,
    `insert into bench_rows values ${Array.from({ length: PGBENCH_ROWS }, () => row).join(', ')};\n`,
  )
  const { stdout } = await execute(findPgbench(), pgbenchArguments(socketFolder, script))
  await client.query('truncate bench_rows')
  const transactions = /tps = ([0-9.]+)/.exec(stdout)?.[1]
  if (transactions === undefined) throw new Error(`pgbench said: ${stdout}`)
  return Number(transactions) * PGBENCH_ROWS
}

function pgbenchArguments(socketFolder: string, script: string): string[] {
  const connection = ['-h', socketFolder, '-p', '5432', '-U', 'guichet']
  return connection.concat(['-n', '-f', script, '-c', '2', '-j', '2', '-T', String(PGBENCH_SECONDS), 'postgres'])
}

/** Debian keeps it among the server's own programs. */
function findPgbench(): string {
  const versions = ['18', '17', '16', '15'].map(version => `/usr/lib/postgresql/${version}/bin/pgbench`)
  return versions.find(existsSync) ?? 'pgbench'
}
