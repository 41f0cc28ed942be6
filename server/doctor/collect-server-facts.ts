import { sql } from 'kysely'
import { X509Certificate } from 'node:crypto'
import { readdir, readFile, stat, statfs } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { getuid } from 'node:process'
import { newestMigration } from '../database/migrate.ts'
import type { Database } from '../database/open-database.ts'
import type { KeyFile, ServerFacts } from './server-facts.ts'

const GATEWAY_TIMEOUT_MS = 1000
/** A server says every two seconds that it runs. */
const ALIVE = '10 seconds'

export interface ServerPlaces {
  readonly dataFolder: string
  /** Squid's, where it is asked for. */
  readonly gateway?: { readonly host: string; readonly port: number } | undefined
}

/** Looks at a server and its database, beside the running server. Changes nothing. */
export async function collectServerFacts(
  database: Database,
  { dataFolder, gateway }: ServerPlaces,
): Promise<ServerFacts> {
  const keysFolder = join(dataFolder, 'keys')
  const [fromDatabase, disk, keys, certificates, backup, isListening] = await Promise.all([
    askDatabase(database),
    statfs(dataFolder).catch(() => undefined),
    readKeyFiles(keysFolder),
    readCertificates(keysFolder),
    stat(join(dataFolder, 'last-backup')).catch(() => undefined),
    gateway === undefined ? false : listens(gateway),
  ])
  return {
    at: new Date(),
    database: fromDatabase,
    disk: disk === undefined ? null : { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize },
    keys,
    certificates,
    backupAt: backup?.mtime ?? null,
    gateway: gateway === undefined ? null : { address: `${gateway.host}:${gateway.port}`, isListening },
  }
}

interface AskedRow {
  readonly at: Date
  readonly migration: string | null
  readonly latest: Date | null
  readonly servers: number
  readonly state: number | null
}

async function askDatabase(database: Database): Promise<ServerFacts['database']> {
  const startMs = performance.now()
  const { rows } = await sql<AskedRow>`
    select clock_timestamp() as at,
      (select max(name) from kysely_migration) as migration,
      (select max(received_at) from operations) as latest,
      (select count(*)::int from control_servers where alive_at > now() - ${ALIVE}::interval) as servers,
      (select max(version)::int from state_documents) as state
  `.execute(database)
  const [row] = rows
  return {
    answersMs: performance.now() - startMs,
    clockOffsetMs: row === undefined ? 0 : Date.now() - row.at.getTime(),
    migration: row?.migration ?? 'none',
    newestMigration: newestMigration(),
    latestWrite: row?.latest ?? null,
    servers: row?.servers ?? 0,
    stateVersion: row?.state ?? null,
  }
}

async function readKeyFiles(folder: string): Promise<KeyFile[]> {
  const names = await readdir(folder).catch(() => undefined)
  if (names === undefined) return []
  const look = async (name: string, path: string): Promise<KeyFile> => {
    const { mode, uid } = await stat(path)
    return { name, mode: mode & 0o777, isOwn: uid === getuid?.() }
  }
  return Promise.all([look('keys', folder), ...names.toSorted().map(name => look(name, join(folder, name)))])
}

async function readCertificates(folder: string): Promise<ServerFacts['certificates']> {
  const names = ['server', 'authority', 'web-authority']
  const read = async (name: string) => {
    try {
      const certificate = new X509Certificate(await readFile(join(folder, `${name}.pem`), 'utf8').then(certificateIn))
      return [{ name, endsAt: new Date(certificate.validTo) }]
    } catch {
      // One that was never made, or cannot be read, is not told of here: `server.keys` tells of the folder.
      return []
    }
  }
  return (await Promise.all(names.map(read))).flat()
}

const certificateIn = (pem: string) => pem.slice(Math.max(0, pem.indexOf('-----BEGIN CERTIFICATE-----')))

function listens({ host, port }: { readonly host: string; readonly port: number }): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port })
    const end = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket.setTimeout(GATEWAY_TIMEOUT_MS, () => {
      end(false)
    })
    socket.once('connect', () => {
      end(true)
    })
    socket.once('error', () => {
      end(false)
    })
  })
}
