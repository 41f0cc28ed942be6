import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  enrolAnswerSchema,
  enrolRequestSchema,
  lookAtCodeAnswerSchema,
  lookAtCodeRequestSchema,
} from '#shared/contracts/enrolment.ts'
import type { TerminalId } from '#shared/contracts/ids.ts'
import { errorBodySchema } from '#shared/contracts/sync.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Database } from '../database/open-database.ts'
import { createLine } from './one-at-a-time.ts'
import type { Trust } from './terminal-configuration.ts'
import { configurationFor, enrolByCode, lookAtCode } from './use-code.ts'

export interface EnrolmentRouteOptions {
  readonly database: Database
  readonly trust: Trust
  readonly clock: () => Date
  /** Told of each code that nobody was given, with the address it came from. May throw instead of the usual answer. */
  readonly noteWrongCode: (address: string) => void
  /** This terminal has another key now: what was known of the one before is to be forgotten. */
  readonly onEnrolled: (terminalId: TerminalId) => void
}

/** A code of 12 and a key of 43 characters: nobody sends more. In bytes. */
const BODY_LIMIT = 1024

const errors = { '4xx': errorBodySchema, '5xx': errorBodySchema }

/**
 * `POST /terminal/v1/enrolment/look` tells what a code is for, `POST /terminal/v1/enrolment` takes its terminal in. What lets
 * somebody in is the code alone.
 */
export const enrolmentRoutes: FastifyPluginAsyncZod<EnrolmentRouteOptions> = async (app, options) => {
  await app.register(lookRoute, options)
  await app.register(enrolRoute, options)
}

const lookRoute: FastifyPluginAsyncZod<EnrolmentRouteOptions> = async (app, { database, clock, noteWrongCode }) => {
  app.route({
    method: 'POST',
    url: terminalRoutes.enrolmentLook,
    bodyLimit: BODY_LIMIT,
    schema: {
      summary: 'What a one-time code is for',
      body: lookAtCodeRequestSchema,
      response: { 200: lookAtCodeAnswerSchema, ...errors },
    },
    handler: async ({ ip, body: { code } }) => {
      const now = clock()
      const answer = await noting(noteWrongCode, ip, lookAtCode(database, code, now))
      return { ...answer, serverTime: now.toISOString() }
    },
  })
}

const enrolRoute: FastifyPluginAsyncZod<EnrolmentRouteOptions> = async (app, options) => {
  const { database, trust, clock, noteWrongCode, onEnrolled } = options
  const enrolInTurn = createLine()
  app.route({
    method: 'POST',
    url: terminalRoutes.enrolment,
    bodyLimit: BODY_LIMIT,
    schema: {
      summary: 'Take in the terminal a one-time code is for',
      body: enrolRequestSchema,
      response: { 200: enrolAnswerSchema, ...errors },
    },
    handler: async ({ ip, body }) => {
      // Before it stands in line: whoever has no code must not keep those waiting who have one.
      const configuration = await noting(noteWrongCode, ip, configurationFor(database, trust, body.code))
      const secret = await enrolInTurn(() => enrolByCode(database, body, clock()))
      onEnrolled(configuration.terminal.id)
      return { configuration: { ...configuration, service: { secret } }, serverTime: clock().toISOString() }
    },
  })
}

async function noting<Value>(
  note: EnrolmentRouteOptions['noteWrongCode'],
  address: string,
  asked: Promise<Value>,
): Promise<Value> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof GuichetError && error.code === 'ENROLMENT_CODE_UNKNOWN') note(address)
    throw error
  }
}
