import {
  type FastifyBaseLogger,
  type FastifyInstance,
  fastify,
  type FastifyServerFactory,
  type FastifyServerOptions,
  LogController,
} from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { createServer } from 'node:https'
import type { Database } from '../database/open-database.ts'
import { answerBrokenRequest } from '../errors/answer-broken-request.ts'
import { answerError, answerErrors } from '../errors/answer-error.ts'
import { logRequests } from '../logging/log-requests.ts'
import { createChallenges } from './challenges.ts'
import type { ControlPorts } from './control-ports.ts'
import { orderRoutes, stateRoutes } from './control-routes.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { createLimitTries } from './limit-tries.ts'
import type { PageFiles } from './page-files.ts'
import { staffPageHeaders } from './page-headers.ts'
import { addPageRoute } from './page-route.ts'
import type { RelyingParty } from './passkeys.ts'
import { createRefuseStrangers } from './refuse-strangers.ts'
import { createRequireStaff } from './require-staff.ts'
import { sessionRoutes } from './session-routes.ts'
import { findSession } from './sessions.ts'
import { createSignIn } from './sign-in.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { addWatchRoute } from './watch-route.ts'

export interface StaffAppPorts {
  readonly database: Database
  readonly control: ControlPorts
  readonly relyingParty: RelyingParty
  readonly page: PageFiles
  readonly clock: () => Date
  readonly logger?: FastifyBaseLogger
  /** Certificate chain and key, PEM; without them it speaks plain HTTP, for tests only. */
  readonly https?: { readonly key: string; readonly cert: string }
}

const REQUEST_TIMEOUT_MS = 15_000
const BODY_LIMIT = 64 * 1024

/**
 * Assembles the wardens' listener: their page and its API, and nothing of a terminal's. It neither listens nor closes ports.
 *
 * It is an app of its own, so that no route can be reached through the other's listener by mistake.
 */
export function createStaffApp(ports: StaffAppPorts): FastifyInstance {
  const app = fastify(settings(ports))
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  app.decorateRequest('provenTerminal', null)
  app.decorateRequest('provenStaff', null)
  app.addHook('onRequest', async (_request, reply) => void reply.headers(staffPageHeaders))
  app.addHook('onRequest', createRefuseStrangers(ports.relyingParty))
  logRequests(app)
  addPageRoute(app, ports.page)
  void app.register(routes => registerRoutes(routes.withTypeProvider<ZodTypeProvider>(), ports))
  return app
}

function settings({ logger, https }: StaffAppPorts): FastifyServerOptions {
  return {
    ...(logger !== undefined && { loggerInstance: logger }),
    ...(https !== undefined && { serverFactory: overTls(https) }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    clientErrorHandler: answerBrokenRequest,
  }
}

function overTls({ key, cert }: NonNullable<StaffAppPorts['https']>): FastifyServerFactory {
  return handler => createServer({ key, cert, minVersion: 'TLSv1.2', requestTimeout: REQUEST_TIMEOUT_MS }, handler)
}

async function registerRoutes(app: FastifyInstance, ports: StaffAppPorts): Promise<void> {
  const { database, control, relyingParty, clock } = ports
  const nowMs = () => clock().getTime()
  const challenges = createChallenges(nowMs)
  const requireStaff = createRequireStaff(database, clock)
  const signIn = createSignIn({ database, relyingParty, challenges, clock })
  await app.register(signInRoutes, { signIn, limitTries: createLimitTries(nowMs) })
  await app.register(sessionRoutes, { database, requireStaff })
  await app.register(stateRoutes, { database, control, requireStaff, clock })
  await app.register(orderRoutes, { database, control, requireStaff, clock })
  await app.register(invitationRoutes, { database, relyingParty, requireStaff, clock })
  addWatchRoute(app, {
    control,
    requireStaff,
    isStillIn: async ({ token }) => (await findSession(database, token, clock())) !== undefined,
  })
}
