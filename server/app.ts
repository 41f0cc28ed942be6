import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerFactory,
  type FastifyServerOptions,
  fastify,
  LogController,
} from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { createServer } from 'node:https'
import { HANDSHAKE_TIMEOUT_MS, handshakeLimits, limitHandshakes } from './connections/limit-handshakes.ts'
import { createClosings, sitesOf } from './control/closings/create-closings.ts'
import { type Control, type ControlSettings, createControl } from './control/create-control.ts'
import type { Database } from './database/open-database.ts'
import { pullRoute } from './changes/pull-route.ts'
import { createPullService } from './changes/pull-service.ts'
import { enrolmentRoutes } from './enrolment/enrolment-routes.ts'
import { watchWrongCodes } from './enrolment/record-wrong-codes.ts'
import type { Trust } from './enrolment/terminal-configuration.ts'
import { answerBrokenRequest } from './errors/answer-broken-request.ts'
import { answerError, answerErrors } from './errors/answer-error.ts'
import { createGateway, type GatewaySettings } from './gateway/create-gateway.ts'
import { createPolicySource } from './gateway/policy/policy-source.ts'
import { dispatchUpgrades, refuseUpgrade, type Upgrade } from './gateway/door/upgrades.ts'
import { addRefusals } from './gateway/refusals/refusal-store.ts'
import { refusalsRoute } from './gateway/refusals/refusals-route.ts'
import { doctorRoute } from './doctor/doctor-route.ts'
import { keepReport } from './doctor/report-store.ts'
import { createWebLeaves } from './keys/web-leaves.ts'
import { lineRoutes } from './line/line-routes.ts'
import { logRequests } from './logging/log-requests.ts'
import { describeRoutes } from './openapi.ts'
import { createFindHouse } from './operations/find-house.ts'
import { pushRoute } from './operations/push-route.ts'
import { createPushService } from './operations/push-service.ts'
import { createSignReceipt, type ReceiptKeys } from './receipts/sign-receipt.ts'
import { createFindTerminal, type RememberingFind } from './terminal-auth/find-terminal.ts'
import { createRequireTerminal } from './terminal-auth/require-terminal.ts'
import type { FindTerminal } from './terminal-auth/terminal-identity.ts'
import { updateRoutes } from './updates/update-routes.ts'

export interface AppPorts {
  readonly database: Database
  readonly keys: ReceiptKeys
  readonly clock: () => Date
  /** From `createLogger`; without one nothing is logged. */
  readonly logger?: FastifyBaseLogger
  /** Certificate chain and key, PEM; without them the app speaks plain HTTP, for tests only. */
  readonly https?: { readonly key: string; readonly cert: string }
  /** The way to the web. Left out, there is none. */
  readonly gateway?: GatewaySettings
  /** What a warden opens and closes. Left out, nobody does, and there is no channel to terminals. */
  readonly control?: ControlSettings
  /** Whom new terminals are told to trust. Left out, none comes in. */
  readonly enrolment?: Trust
  /** The folder of the updates that were added. Left out, terminals are offered none. */
  readonly updatesFolder?: string
}

/** How long a terminal may take to send one request, however slowly, in milliseconds. */
const REQUEST_TIMEOUT_MS = 30_000
/** A terminal asks every few seconds. After the five that are usual half of its questions would begin with a handshake. */
const KEEP_ALIVE_MS = 60_000

/**
 * Assembles the prison server. It neither listens nor migrates: whoever made the ports does, and closes them.
 *
 * Every failure leaves as `{code, retryable}`; every answer carries the server's time as `Date`.
 */
export function createApp(ports: AppPorts): FastifyInstance {
  const app = fastify(settings(ports))
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  app.decorateRequest('provenTerminal', null)
  app.addHook('onRequest', async (_request, reply) => void reply.header('date', ports.clock().toUTCString()))
  logRequests(app)
  const findTerminal = createFindTerminal(ports.database, ports.clock)
  const control = openControl(app, ports, findTerminal)
  openUpgrades(app, [control?.upgrade, openGateway(app, ports, { findTerminal, control })])
  void app.register(async routes => {
    await describeRoutes(routes)
    await registerRoutes(routes.withTypeProvider<ZodTypeProvider>(), ports, { findTerminal, control })
  })
  return app
}

function settings({ logger, https }: AppPorts): FastifyServerOptions {
  return {
    ...(logger !== undefined && { loggerInstance: logger }),
    ...(https !== undefined && { serverFactory: overTls(https) }),
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: REQUEST_TIMEOUT_MS,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    clientErrorHandler: answerBrokenRequest,
  }
}

function overTls({ key, cert }: NonNullable<AppPorts['https']>): FastifyServerFactory {
  const times = {
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
  }
  return handler => {
    const server = createServer({ key, cert, minVersion: 'TLSv1.2', ...times }, handler)
    limitHandshakes(server, handshakeLimits)
    return server
  }
}

interface Assembled {
  readonly findTerminal: RememberingFind
  readonly control: Control | undefined
}

function openControl(
  app: FastifyInstance,
  { database, clock, control: chosen }: AppPorts,
  findTerminal: FindTerminal,
): Control | undefined {
  if (chosen === undefined) return undefined
  const control = createControl(chosen, { database, clock, findTerminal, log: app.log, refuse: refuseUpgrade })
  app.addHook('preClose', control.close)
  return control
}

function openGateway(
  app: FastifyInstance,
  { database, clock, gateway }: AppPorts,
  { findTerminal, control }: Assembled,
): Upgrade | undefined {
  if (gateway === undefined) return undefined
  const leaves = createWebLeaves(gateway.webAuthority, clock)
  const policies = createPolicySource(database, clock)
  const closings = control && createClosings({ database, clock, source: control.source, sites: sitesOf(policies) })
  const door = createGateway(
    { ...(closings !== undefined && { closings }), ...gateway },
    { database, leaves, findTerminal, clock, log: app.log },
  )
  app.addHook('preClose', door.close)
  return door.upgrade
}

/** Connections that change their protocol leave the server's own bookkeeping: who took them over ends them before it closes. */
function openUpgrades(app: FastifyInstance, upgrades: readonly (Upgrade | undefined)[]): void {
  const known = upgrades.filter(upgrade => upgrade !== undefined)
  if (known.length === 0) return
  dispatchUpgrades(app.server, known, error => {
    app.log.error({ error }, 'a change of protocol failed')
  })
}

async function registerRoutes(
  app: FastifyInstance,
  { database, keys, clock, enrolment: trust, updatesFolder }: AppPorts,
  { findTerminal, control }: Assembled,
): Promise<void> {
  const requireTerminal = createRequireTerminal(findTerminal, clock)
  const pushService = createPushService({
    database,
    clock,
    findHouse: createFindHouse(database),
    signReceipt: createSignReceipt(keys),
    report: (operationId, error) => app.log.error({ operationId, error }, 'an operation could not be decided'),
  })
  await app.register(lineRoutes, { requireTerminal })
  await app.register(pushRoute, { pushService, requireTerminal, admit: control?.drain.admit })
  await app.register(refusalsRoute, {
    store: refusals => addRefusals(database, refusals),
    requireTerminal,
    clock,
  })
  await app.register(doctorRoute, {
    store: (terminalId, report) => keepReport(database, terminalId, report, clock()),
    requireTerminal,
  })
  await app.register(pullRoute, { pullService: createPullService(database), requireTerminal })
  if (updatesFolder !== undefined) {
    await app.register(updateRoutes, { database, folder: updatesFolder, requireTerminal, clock })
  }
  if (trust === undefined) return
  const noteWrongCode = watchWrongCodes(app, database, clock)
  await app.register(enrolmentRoutes, { database, trust, clock, noteWrongCode, onEnrolled: findTerminal.forget })
}
