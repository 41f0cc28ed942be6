import { z } from 'zod'
import { closingSchema, orderIdSchema, wingIdSchema } from '../directive/closing.ts'
import { orderIntentSchema } from '../directive/order.ts'
import { serviceSchema } from '../directive/services.ts'
import { maintenanceSchema } from '../directive/state-document.ts'
import { inmateIdSchema, inmateNumberSchema, terminalIdSchema } from './ids.ts'
import { instantSchema } from './instant.ts'
import { localTextSchema } from './language.ts'

/** What a member of staff may do here. One role so far: the one that closes and opens. */
export const staffRoleSchema = z.enum(['warden'])
export type StaffRole = z.output<typeof staffRoleSchema>

export const staffIdSchema = z.uuid()
export type StaffId = z.output<typeof staffIdSchema>

/** How a member of staff is called in records and on the page: letters, marks, numbers and what stands between them. */
export const staffNameSchema = z
  .string()
  .trim()
  .min(2, { error: 'a name has at least two letters' })
  .max(60)
  .regex(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .'’-]*$/u, { error: 'not a name: letters, digits, spaces and . - ’' })

/** What a one-time link carries behind its `#`: 32 random bytes, base64url. */
export const invitationTokenSchema = z.base64url().length(43)

export const staffSessionSchema = z.strictObject({
  staff: z.strictObject({ id: staffIdSchema, name: staffNameSchema, role: staffRoleSchema }),
  prison: z.strictObject({ names: localTextSchema, timeZone: z.string() }),
})
export type StaffSession = z.output<typeof staffSessionSchema>

/** What a route answers that has nothing else to say. */
export const doneSchema = z.strictObject({ done: z.literal(true) })

/** A WebAuthn message, read by the library that made it: nothing here looks into it before that has verified it. */
export const webAuthnMessageSchema = z.record(z.string().max(64), z.unknown())

export const signUpChallengeRequestSchema = z.strictObject({ token: invitationTokenSchema })
export const signUpRequestSchema = z.strictObject({ token: invitationTokenSchema, response: webAuthnMessageSchema })
export const signInRequestSchema = z.strictObject({ response: webAuthnMessageSchema })
/** `options`: what the browser is asked with. `name`: whom the link was made for. */
export const signUpChallengeSchema = z.strictObject({ name: staffNameSchema, options: webAuthnMessageSchema })
export const signInChallengeSchema = z.strictObject({ options: webAuthnMessageSchema })

/** What an order would do now, to be said in plain words before it is given. */
export const effectSchema = z.strictObject({
  /** Enrolled terminals it concerns, and people who live at them. */
  terminals: z.int().min(0),
  people: z.int().min(0),
  /** What closes as a whole; one site or rule alone: none. */
  closes: z.array(serviceSchema),
  /** What was closed by the closing that is taken back. Another closing may keep it closed. */
  opens: z.array(serviceSchema),
  /** What goes on. Reading one's own requests and account, and the queue, always do and are not named. */
  stays: z.array(serviceSchema),
  needsSecondWarden: z.boolean(),
})
export type Effect = z.output<typeof effectSchema>

export const orderStatusSchema = z.enum(['waiting', 'in-force', 'declined'])

/** One order as the record has it. */
export const orderViewSchema = z.strictObject({
  id: orderIdSchema,
  intent: orderIntentSchema,
  /** The closing a `reopen` takes back, while that is in force. */
  reopens: closingSchema.nullable(),
  /** The door-card number, where it is about one person. */
  inmateNumber: z.string().nullable(),
  orderedBy: z.string(),
  orderedAt: instantSchema,
  status: orderStatusSchema,
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  /** Whether the one who asks gave it: nobody approves their own. */
  isOwn: z.boolean(),
  expected: z.strictObject({ terminals: z.int().min(0), people: z.int().min(0) }),
})
export type OrderView = z.output<typeof orderViewSchema>

const siteViewSchema = z.strictObject({
  id: z.string(),
  names: localTextSchema,
  ruleIds: z.array(z.string()),
})

/** Everything the page shows besides the live figures. */
export const controlStateSchema = z.strictObject({
  version: z.int().min(0),
  /** The server's time. */
  at: instantSchema,
  closings: z.array(
    z.strictObject({
      closing: closingSchema,
      orderedBy: z.string().nullable(),
      orderedAt: instantSchema.nullable(),
      /** The door-card number, where the closing is one person's. */
      inmateNumber: z.string().nullable(),
    }),
  ),
  maintenance: maintenanceSchema.nullable(),
  /** Oldest first: the orders that wait for a second warden. */
  waiting: z.array(orderViewSchema),
  wings: z.array(z.strictObject({ id: wingIdSchema, names: localTextSchema, terminals: z.int(), people: z.int() })),
  terminals: z.array(z.strictObject({ id: terminalIdSchema, name: z.string(), wingId: wingIdSchema })),
  sites: z.array(siteViewSchema),
})
export type ControlState = z.output<typeof controlStateSchema>

export const orderRequestSchema = z.strictObject({ intent: orderIntentSchema })
export const orderParamsSchema = z.strictObject({ id: orderIdSchema })
export const orderAnswerSchema = z.strictObject({ id: orderIdSchema, status: orderStatusSchema })
export type OrderAnswer = z.output<typeof orderAnswerSchema>
export const orderListSchema = z.strictObject({ orders: z.array(orderViewSchema) })

/** Whose number it is: to be sure before closing something for one person. Asked one number at a time. */
export const inmateParamsSchema = z.strictObject({ number: inmateNumberSchema })
export const inmateViewSchema = z.strictObject({ id: inmateIdSchema, number: inmateNumberSchema, name: z.string() })
export type InmateView = z.output<typeof inmateViewSchema>

/** The most terminals named one by one in a list of `progressSchema`. */
export const MAX_NAMED_TERMINALS = 200

const namedTerminals = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.array(z.strictObject({ name: z.string(), ...shape })).max(MAX_NAMED_TERMINALS)

/**
 * How far the current document has come, counted now. `issued`: on the line, with a server that has not said yet that it knows
 * the document. `sent`: its server has sent it, and the terminal has not said yet that it obeys. `unreachable`: not on the line,
 * and has not obeyed.
 */
export const progressSchema = z.strictObject({
  at: instantSchema,
  version: z.int().min(0),
  /** Changes whenever `controlStateSchema` would. */
  revision: z.string(),
  counts: z.strictObject({
    terminals: z.int().min(0),
    issued: z.int().min(0),
    sent: z.int().min(0),
    obeyed: z.int().min(0),
    unreachable: z.int().min(0),
  }),
  sent: namedTerminals({}),
  /** When each one's lease ends: by then its web is closed, whatever it is told. Null: it never had one. */
  unreachable: namedTerminals({ leaseUntil: instantSchema.nullable() }),
  /** The last to obey first. */
  obeyed: namedTerminals({ at: instantSchema.nullable() }),
})
export type Progress = z.output<typeof progressSchema>

export const invitationRequestSchema = z.strictObject({ name: staffNameSchema })
/** The whole link. Shown once: only its hash is kept. */
export const invitationAnswerSchema = z.strictObject({ url: z.url(), expiresAt: instantSchema })
export type InvitationAnswer = z.output<typeof invitationAnswerSchema>
export const staffListSchema = z.strictObject({
  staff: z.array(z.strictObject({ id: staffIdSchema, name: staffNameSchema, role: staffRoleSchema })),
  invited: z.array(z.strictObject({ name: staffNameSchema, expiresAt: instantSchema })),
})
export type StaffList = z.output<typeof staffListSchema>
