import { z } from 'zod'
import { medicalContentSchema } from '../medical/medical-content.ts'
import { type ChannelResult, defineChannel } from './channel.ts'
import { openStateSchema } from './closure.ts'
import { beginEnrolment, findServer, lookAtCode, takeIn } from './enrolment-channels.ts'
import { inmateNumberSchema, operationIdSchema, pinSchema, requestIdSchema } from './ids.ts'
import { instantSchema } from './instant.ts'
import { languageSchema, localTextSchema } from './language.ts'
import { canteenOrderBodySchema, operationSchema, refusedPageSchema } from './operation.ts'
import { personSchema } from './person.ts'
import { serviceChannels } from './service-channels.ts'
import { cursorSchema, pageChangeSchema, PUSH_CALL_LIMIT } from './sync.ts'
import { verdictSchema } from './verdict.ts'

const nothing = z.strictObject({})
const surfaces = ['kiosk'] as const

/** Which terminal this is, for the frame and the technician. */
export const describeTerminal = defineChannel({
  name: 'terminal:describe',
  surfaces,
  input: nothing,
  output: z.strictObject({
    terminalName: z.string(),
    prisonNames: localTextSchema,
    timeZone: z.string(),
    language: languageSchema,
    version: z.string(),
  }),
})

/** What is open here, for whoever is signed in. Changes are told with the event `open-state`. */
export const readOpenState = defineChannel({
  name: 'terminal:open-state',
  surfaces,
  input: nothing,
  output: openStateSchema,
})

/** Who may sign in here. The page shows these names and no other. */
export const listPeople = defineChannel({
  name: 'session:people',
  surfaces,
  input: nothing,
  output: z.strictObject({ people: z.array(personSchema), waitMs: z.int().min(0) }),
})

/** `waitMs`: how long this terminal takes no further PIN. An unknown number and a wrong PIN answer alike. */
export const signIn = defineChannel({
  name: 'session:sign-in',
  surfaces,
  input: z.strictObject({ number: inmateNumberSchema, pin: pinSchema }),
  output: z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('signed-in'), person: personSchema }),
    z.strictObject({ status: z.literal('refused'), waitMs: z.int().min(0) }),
    z.strictObject({ status: z.literal('waiting'), waitMs: z.int().min(0) }),
  ]),
})

export const endSession = defineChannel({
  name: 'session:end',
  surfaces,
  input: z.strictObject({ reason: z.enum(['signed-out', 'idle']) }),
  output: nothing,
})

/**
 * Records what the signed-in inmate confirmed. Answers only when it is on the disk.
 *
 *  - The id is minted by the page when the review is shown, so that a second press changes nothing.
 *  - Inmate, terminal and time are the main process's to fill in; medical content is sealed here.
 *  - Refuses with `SERVICE_CLOSED` while a warden has closed what it belongs to. Nothing is recorded then.
 */
export const confirmOperation = defineChannel({
  name: 'operation:confirm',
  surfaces,
  input: z.strictObject({
    id: operationIdSchema,
    intent: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('canteen.order'), body: canteenOrderBodySchema }),
      z.strictObject({ kind: z.literal('medical.appointment'), content: medicalContentSchema }),
      z.strictObject({ kind: z.literal('web.page-request'), body: refusedPageSchema }),
      z.strictObject({ kind: z.literal('request.withdraw'), body: z.strictObject({ requestId: requestIdSchema }) }),
      z.strictObject({ kind: z.literal('request.remind'), body: z.strictObject({ requestId: requestIdSchema }) }),
    ]),
  }),
  output: z.strictObject({ operation: operationSchema }),
})

/** An operation the journal holds, with the server's verdict once there is one. */
export const journalEntrySchema = z.strictObject({
  operation: operationSchema,
  verdict: verdictSchema.nullable(),
})
export type JournalEntry = z.output<typeof journalEntrySchema>

/** Everything the journal still holds: from this the outbox is rebuilt when the browser database is gone. */
export const readJournal = defineChannel({
  name: 'journal:read',
  surfaces,
  input: nothing,
  output: z.strictObject({ entries: z.array(journalEntrySchema), damaged: z.int().min(0) }),
})

/** Gives the journal back an operation the outbox still has and the journal lost. */
export const restoreOperation = defineChannel({
  name: 'journal:restore',
  surfaces,
  input: z.strictObject({ operation: operationSchema }),
  output: nothing,
})

/** Puts a parked operation of the signed-in inmate away for good: only they may. */
export const discardOperation = defineChannel({
  name: 'journal:discard',
  surfaces,
  input: z.strictObject({ id: operationIdSchema }),
  output: nothing,
})

const noAnswer = [
  /** No line: nobody answered. `mayHaveArrived` once a connection stood: then the server may have heard what was asked. */
  z.strictObject({ status: z.literal('unreachable'), mayHaveArrived: z.boolean() }),
  /** The server asks to wait, or failed on its side. */
  z.strictObject({ status: z.literal('busy'), retryAfterMs: z.int().min(0).nullable() }),
  /** The server does not know this terminal, or no longer. A technician has to look. */
  z.strictObject({ status: z.literal('refused') }),
] as const

/**
 * Sends operations, in as many batches as they need. `verdicts[i]` answers `operations[i]`; every settling verdict is in
 * the journal before this answers.
 */
export const pushOperations = defineChannel({
  name: 'line:push',
  surfaces,
  input: z.strictObject({ operations: z.array(operationSchema).min(1).max(PUSH_CALL_LIMIT) }),
  output: z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('answered'), verdicts: z.array(verdictSchema) }),
    ...noAnswer,
  ]),
})

/**
 * Fetches what is new. `restarted` says that these changes begin a full copy: what is not in it is gone.
 */
export const pullChanges = defineChannel({
  name: 'line:pull',
  surfaces,
  input: z.strictObject({ cursor: cursorSchema.nullable() }),
  output: z.discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('answered'),
      cursor: cursorSchema,
      more: z.boolean(),
      restarted: z.boolean(),
      changes: z.array(pageChangeSchema),
    }),
    ...noAnswer,
  ]),
})

/** Asks whether the server answers, cheaply. */
export const probeLine = defineChannel({
  name: 'line:probe',
  surfaces,
  input: nothing,
  output: z.discriminatedUnion('status', [z.strictObject({ status: z.literal('answered') }), ...noAnswer]),
})

/** What of a medical form the main process keeps in memory, and only there, while a person is at it. */
export const medicalDraftSchema = z.strictObject({
  operationId: operationIdSchema,
  step: z.int().min(0).max(9),
  content: medicalContentSchema.partial(),
})
export type MedicalDraft = z.output<typeof medicalDraftSchema>

/** Keeps (or, with null, forgets) the signed-in inmate's unfinished medical form. Never written to the disk. */
export const keepMedicalDraft = defineChannel({
  name: 'draft:keep',
  surfaces,
  input: z.strictObject({ draft: medicalDraftSchema.nullable() }),
  output: nothing,
})

export const readMedicalDraft = defineChannel({
  name: 'draft:read',
  surfaces,
  input: nothing,
  output: z.strictObject({ draft: medicalDraftSchema.nullable() }),
})

export const webSiteSchema = z.strictObject({
  id: z.string(),
  names: z.record(z.string(), z.string()),
  host: z.string(),
})
export type WebSite = z.output<typeof webSiteSchema>

export const listWebSites = defineChannel({
  name: 'web:sites',
  surfaces,
  input: nothing,
  output: z.strictObject({ sites: z.array(webSiteSchema) }),
})

/** In CSS pixels of the page. */
export const boundsSchema = z.strictObject({
  x: z.int().min(0).max(20_000),
  y: z.int().min(0).max(20_000),
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
})
export type Bounds = z.output<typeof boundsSchema>

export const openWebSite = defineChannel({
  name: 'web:open',
  surfaces,
  input: z.strictObject({ siteId: z.string().max(80), bounds: boundsSchema }),
  output: nothing,
})

export const placeWebView = defineChannel({
  name: 'web:place',
  surfaces,
  input: z.strictObject({ bounds: boundsSchema, visible: z.boolean() }),
  output: nothing,
})

export const goInWebView = defineChannel({
  name: 'web:go',
  surfaces,
  input: z.strictObject({ to: z.enum(['back', 'start']) }),
  output: nothing,
})

export const closeWebView = defineChannel({ name: 'web:close', surfaces, input: nothing, output: nothing })

export const channels = [
  describeTerminal,
  readOpenState,
  listPeople,
  signIn,
  endSession,
  confirmOperation,
  readJournal,
  restoreOperation,
  discardOperation,
  pushOperations,
  pullChanges,
  probeLine,
  keepMedicalDraft,
  readMedicalDraft,
  listWebSites,
  openWebSite,
  placeWebView,
  goInWebView,
  closeWebView,
  beginEnrolment,
  findServer,
  lookAtCode,
  takeIn,
  ...serviceChannels,
] as const

type AnyChannel = (typeof channels)[number]
export type ChannelName = AnyChannel['name']

/** What the main process tells the page unasked. */
export const pageEventSchema = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('web-state'),
    siteId: z.string(),
    isLoading: z.boolean(),
    canGoBack: z.boolean(),
    /** Set while the page shown is a refusal; `code` is what a technician can look up. */
    refusal: z.strictObject({ code: z.string(), reason: z.string(), address: z.string() }).nullable(),
    /** The allowed site did not answer. */
    hasFailed: z.boolean(),
    /** Of what the person may carry to this site today, by this terminal's own count. */
    budget: z.strictObject({ usedPercent: z.int().min(0).max(100) }),
  }),
  z.strictObject({ event: z.literal('web-closed') }),
  z.strictObject({ event: z.literal('open-state'), state: openStateSchema }),
  z.strictObject({ event: z.literal('session-ended'), at: instantSchema }),
  /** The service screen is no longer held open. */
  z.strictObject({ event: z.literal('service-shut') }),
])
export type PageEvent = z.output<typeof pageEventSchema>
/** The one channel main → page. */
export const PAGE_EVENT_CHANNEL = 'page:event'

/** The bridge as types only, so that the sandboxed preload ships no schema library. */
export type BridgeApi = {
  readonly [Name in ChannelName]: {
    readonly input: z.input<Extract<AnyChannel, { name: Name }>['input']>
    readonly result: ChannelResult<z.output<Extract<AnyChannel, { name: Name }>['output']>>
  }
}
