import type { FastifyBaseLogger } from 'fastify'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { ControlPorts } from '../control/control-ports.ts'
import type { DatabaseConnection } from '../database/open-database.ts'
import type { ServerTls } from '../keys/server-identity.ts'
import { readPageFiles } from '../staff/page-files.ts'
import { createStaffApp } from '../staff/staff-app.ts'
import { createStaffControl } from './staff-control.ts'
import { createStaffWatch } from './staff-watch.ts'

/** Where wardens reach their page. */
export interface StaffListenOptions {
  /** The address it listens on. */
  readonly address: string
  /** 0 takes a free one. */
  readonly port: number
  /** The name in its address bar: passkeys are bound to it for good. */
  readonly host: string
}

export interface StaffListener {
  /** The page's origin: `https://localhost:7444`. */
  readonly origin: string
  readonly close: () => Promise<void>
}

export interface StaffListenerPorts {
  readonly control: ControlPorts
  /** For hearing what any server announces. */
  readonly connection: DatabaseConnection
  readonly tls: ServerTls
  readonly logger: FastifyBaseLogger
}

/** Starts the wardens' listener, apart from that of the terminals so that a network can keep them from it. */
export async function startStaffListener(
  options: StaffListenOptions,
  ports: StaffListenerPorts,
): Promise<StaffListener> {
  const { control, connection, tls, logger } = ports
  let { port } = options
  const relyingParty = {
    host: options.host,
    get origin() {
      return `https://${options.host}:${port}`
    },
  }
  const page = await readPageFiles(pageFolder())
  const watch = createStaffWatch(connection)
  const app = createStaffApp({
    database: control.database,
    control: createStaffControl(control, watch),
    relyingParty,
    page,
    clock: control.clock,
    logger,
    https: { key: tls.keyPem, cert: tls.certificatePem },
  })
  const close = () => app.close().then(watch.close)
  try {
    await app.listen({ host: options.address, port })
  } catch (error) {
    await close()
    throw isInUse(error) ? portInUse(options, error) : error
  }
  const address = app.server.address()
  if (address !== null && typeof address !== 'string') port = address.port
  return { origin: relyingParty.origin, close }
}

/** The page lies beside the program: `dist/server/guichet.js`, `dist/console/`. */
function pageFolder(): string {
  const beside = join(dirname(process.argv[1] ?? ''), '..', 'console')
  return existsSync(join(beside, 'index.html')) ? beside : join('dist', 'console')
}

function isInUse(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function portInUse({ address, port }: StaffListenOptions, cause: Error): GuichetError {
  const message = `Port ${port} on ${address}, for the wardens’ page, is already used. Choose another with --staff-port.`
  return new GuichetError('PORT_IN_USE', message, { cause })
}

/** Where the page is, to be told to people. */
export function staffPage(origin: string): string {
  return `${origin}${staffRoutes.page}`
}
