import type { onRequestAsyncHookHandler } from 'fastify'
import { GuichetError } from '#shared/errors/guichet-error.ts'

/** What holds pushes back while a maintenance is under way. */
export interface Drain {
  /** The hook a push begins with, before its body is read. `SERVER_BUSY`: terminals keep what they have, and come back. */
  readonly admit: onRequestAsyncHookHandler
  /** Pushes being settled. They are finished, whatever begins meanwhile. */
  readonly inFlight: () => number
}

/** `isUnderMaintenance` may have to look first: a server that has just started does not know. */
export function createDrain(isUnderMaintenance: () => boolean | Promise<boolean>): Drain {
  let inFlight = 0
  return {
    admit: async (_request, reply) => {
      if (await isUnderMaintenance()) throw new GuichetError('SERVER_BUSY', 'a maintenance is under way')
      inFlight += 1
      reply.raw.once('close', () => {
        inFlight -= 1
      })
    },
    inFlight: () => inFlight,
  }
}
