import { z } from 'zod'
import { MAX_FINDINGS, findingSchema } from '../doctor/finding.ts'
import { serviceCodeSchema } from '../service/service-code.ts'
import { defineChannel } from './channel.ts'
import { instantSchema } from './instant.ts'

/*
 * The technician's service screen. Whether it is open is for the main process to know: `service:read`, `service:examine`,
 * `service:restart` and `service:stay` answer `SERVICE_SCREEN_SHUT` while it does not hold it open. Nothing that crosses here is
 * an inmate's, and nothing can be given but a code.
 */

const surfaces = ['kiosk'] as const
const nothing = z.strictObject({})

/** How many of its last log lines a terminal shows. */
export const RECENT_LOG_LINES = 30

/** Whether a code can open this terminal at all, and how long it takes none. Refused with `SESSION_OPEN` while somebody is signed in. */
export const askService = defineChannel({
  name: 'service:ask',
  surfaces,
  input: nothing,
  output: z.strictObject({ isEquipped: z.boolean(), waitMs: z.int().min(0) }),
})

/** Tries a code. Answers `open` only when it is on the disk that this code was used. */
export const openService = defineChannel({
  name: 'service:open',
  surfaces,
  input: z.strictObject({ code: serviceCodeSchema }),
  output: z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('open') }),
    z.strictObject({ status: z.enum(['refused', 'waiting']), waitMs: z.int().min(0) }),
  ]),
})

/** A line of the log: where, and what, as codes. Nobody's words are in it. */
export const serviceLogLineSchema = z.strictObject({
  at: instantSchema,
  level: z.enum(['error', 'info']),
  part: z.string().max(60),
  code: z.string().max(60),
})
export type ServiceLogLine = z.output<typeof serviceLogLineSchema>

/** What this terminal knows of itself without asking anybody. */
export const serviceFactsSchema = z.strictObject({
  terminalName: z.string(),
  version: z.string().max(80),
  /** Null where it runs from a checkout. */
  build: z
    .strictObject({ commit: z.string().max(40), builtAt: z.string().max(40), isDevelopment: z.boolean() })
    .nullable(),
  /** Host and port. */
  server: z.string().max(300),
  lease: z.strictObject({
    web: z.enum(['fresh', 'ended']),
    local: z.enum(['fresh', 'ended']),
    /** In how many milliseconds the next of the two ends; null when both have. */
    nextEndMs: z.int().min(0).nullable(),
  }),
  journal: z.strictObject({ waiting: z.int().min(0), damaged: z.int().min(0) }),
  /** The newest first. */
  log: z.array(serviceLogLineSchema).max(RECENT_LOG_LINES),
})
export type ServiceFacts = z.output<typeof serviceFactsSchema>

export const readService = defineChannel({
  name: 'service:read',
  surfaces,
  input: nothing,
  output: serviceFactsSchema,
})

/** Lets the doctor look. Takes a second or two. */
export const examineService = defineChannel({
  name: 'service:examine',
  surfaces,
  input: nothing,
  output: z.strictObject({ findings: z.array(findingSchema).max(MAX_FINDINGS) }),
})

/** Ends the kiosk in good order; the machine's service manager starts it again. */
export const restartKiosk = defineChannel({ name: 'service:restart', surfaces, input: nothing, output: nothing })

/** Somebody is there: the screen stays open for another while. */
export const stayInService = defineChannel({ name: 'service:stay', surfaces, input: nothing, output: nothing })

export const closeService = defineChannel({ name: 'service:close', surfaces, input: nothing, output: nothing })

export const serviceChannels = [
  askService,
  openService,
  readService,
  examineService,
  restartKiosk,
  stayInService,
  closeService,
] as const
