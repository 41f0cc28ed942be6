import type { onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { errorBodySchema } from '#shared/contracts/sync.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { TerminalId } from '#shared/contracts/ids.ts'
import { DOCTOR_REPORT_LIMIT, type DoctorReport, doctorReportSchema } from '#shared/doctor/doctor-report.ts'
import { terminalOf } from '../terminal-auth/require-terminal.ts'

interface DoctorRouteOptions {
  readonly store: (terminalId: TerminalId, report: DoctorReport) => Promise<void>
  readonly requireTerminal: onRequestAsyncHookHandler
}

/** `POST /terminal/v1/doctor`: what a terminal's doctor found. The latest counts; safe to repeat. */
export const doctorRoute: FastifyPluginAsyncZod<DoctorRouteOptions> = async (app, { store, requireTerminal }) => {
  app.route({
    method: 'POST',
    url: terminalRoutes.doctor,
    bodyLimit: DOCTOR_REPORT_LIMIT,
    onRequest: requireTerminal,
    schema: {
      summary: 'Report what the terminal’s doctor found',
      security: [{ terminalToken: [] }],
      body: doctorReportSchema,
      response: { 204: z.null().describe('Kept'), '4xx': errorBodySchema, '5xx': errorBodySchema },
    },
    handler: async (request, reply) => {
      await store(terminalOf(request).id, request.body)
      reply.code(204)
      return null
    },
  })
}
