import { generateKeyPairSync } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { z } from 'zod'
import { enrolAnswerSchema, type EnrolmentCode, lookAtCodeAnswerSchema } from '#shared/contracts/enrolment.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { toPublicError } from '#shared/errors/guichet-error.ts'
import { must } from '#shared/errors/must.ts'
import { askServer, type PinnedServer } from '#electron/enrolment/ask-server.ts'
import type { Database } from '#server/database/open-database.ts'
import { ENROLMENT_CODE_LIFE_MS, makeCodes } from '#server/enrolment/make-codes.ts'
import { rawPublicKey } from '#server/keys/ed25519-key.ts'
import { type FleetPlace, type FleetTerminal, placeFleet } from './fleet.ts'

/** A server that answers nobody so often is down. */
const MOST_TRIES = 20
/** Before the next try, more or less: a server that has too many handshakes under way turns others away. */
const PAUSE_MS = 500

export interface DoorWish {
  readonly server: PinnedServer
  readonly count: number
  /** How many come at once. */
  readonly atOnce: number
}

/** Terminals that came in as real ones do. */
export interface Arrived {
  readonly fleet: readonly FleetTerminal[]
  /** From the first look to the last configuration. */
  readonly tookMs: number
  /** How often one was not answered and asked again, as a technician would. */
  readonly again: number
}

/**
 * Enrols `count` terminals, named as `enrolFleet` does, through the server's own routes: each asks what its code is for, makes its
 * key, and hands its public half in, with the terminal's own code for asking, over a connection of its own each time.
 *
 * Throws what the first that failed was told, and `SIMULATION_REFUSED` where the prison is not the invented one.
 */
export async function enrolByCodes(database: Database, { server, count, atOnce }: DoorWish): Promise<Arrived> {
  const places = await placeFleet(database, count)
  const wish = { serverUrl: server.url.origin, language: 'fr', lifeMs: ENROLMENT_CODE_LIFE_MS, madeBy: null } as const
  const terminals = places.map(({ name }) => name)
  const codes = await makeCodes(database, { ...wish, terminals }, new Date())
  const fleet: FleetTerminal[] = []
  let again = 0
  const onAgain = () => {
    again += 1
  }
  const left = places.entries()
  const begun = performance.now()
  const come = async (): Promise<void> => {
    for (const [index, place] of left) {
      const { code } = must(codes[index], 'a code for each terminal')
      fleet[index] = await enrol(asking(server, onAgain), place, code)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, come))
  return { fleet, tookMs: performance.now() - begun, again }
}

type Ask = <Schema extends z.ZodType>(
  path: string,
  asked: { readonly body: object; readonly answer: Schema },
) => Promise<z.output<Schema>>

/** Asks, and asks again where nothing answered in time: it may be asked twice. */
function asking(server: PinnedServer, onAgain: () => void): Ask {
  return async (path, asked) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await askServer(server, path, asked)
      } catch (error) {
        if (tries === MOST_TRIES || !toPublicError(error).retryable) throw error
        onAgain()
        await setTimeout(PAUSE_MS * (0.5 + Math.random()))
      }
    }
  }
}

async function enrol(ask: Ask, place: FleetPlace, code: EnrolmentCode): Promise<FleetTerminal> {
  const looked = await ask(terminalRoutes.enrolmentLook, {
    body: { code },
    answer: lookAtCodeAnswerSchema,
  })
  const { privateKey } = generateKeyPairSync('ed25519')
  const { configuration } = await ask(terminalRoutes.enrolment, {
    body: { code, publicKey: rawPublicKey(privateKey) },
    answer: enrolAnswerSchema,
  })
  if (looked.terminal.name !== place.name || configuration.terminal.id !== place.id) {
    throw new Error(`the code of ${place.name} let in ${configuration.terminal.name}`)
  }
  return { ...place, privateKey }
}
