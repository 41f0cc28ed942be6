import type { onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { open } from 'node:fs/promises'
import { errorBodySchema } from '#shared/contracts/sync.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import {
  PIECE_BYTES,
  pieceQuerySchema,
  pieceSchema,
  updateAnswerSchema,
  updateQuestionSchema,
} from '#shared/update/update-offer.ts'
import type { Database } from '../database/open-database.ts'
import { terminalOf } from '../terminal-auth/require-terminal.ts'
import { answerQuestion, findOffer } from './find-offer.ts'
import { updateFileIn } from './updates-folder.ts'

interface UpdateRouteOptions {
  readonly database: Database
  readonly folder: string
  readonly requireTerminal: onRequestAsyncHookHandler
  readonly clock: () => Date
}

/**
 * `POST /terminal/v1/update`: which version a terminal may have. `GET /terminal/v1/update/piece`: a mebibyte of it.
 *
 * A piece is only given of the version that is staged for who asks, so that a pause stops it in the middle.
 */
export const updateRoutes: FastifyPluginAsyncZod<UpdateRouteOptions> = async (app, options) => {
  const { database, folder, requireTerminal, clock } = options
  const refusals = { '4xx': errorBodySchema, '5xx': errorBodySchema }
  const security = [{ terminalToken: [] }]
  app.route({
    method: 'POST',
    url: terminalRoutes.update,
    bodyLimit: 4096,
    onRequest: requireTerminal,
    schema: {
      summary: 'Say which version runs, and ask for a newer one',
      security,
      body: updateQuestionSchema,
      response: { 200: updateAnswerSchema, ...refusals },
    },
    handler: async request => ({
      update: await answerQuestion(database, terminalOf(request).id, request.body, clock()),
    }),
  })
  app.route({
    method: 'GET',
    url: terminalRoutes.updatePiece,
    onRequest: requireTerminal,
    schema: {
      summary: 'Fetch a piece of an update',
      security,
      querystring: pieceQuerySchema,
      response: { 200: pieceSchema, ...refusals },
    },
    handler: async request => {
      const { query } = request
      const offer = await findOffer(database, terminalOf(request).id, query)
      if (offer?.version !== query.version) throw new GuichetError('UPDATE_UNKNOWN', 'not staged for this terminal')
      return { data: await readPiece(updateFileIn(folder, query), query.offset) }
    },
  })
}

async function readPiece(path: string, offset: number): Promise<string> {
  const file = await open(path)
  try {
    const piece = Buffer.alloc(PIECE_BYTES)
    const { bytesRead } = await file.read(piece, 0, PIECE_BYTES, offset)
    return piece.toString('base64', 0, bytesRead)
  } finally {
    await file.close()
  }
}
