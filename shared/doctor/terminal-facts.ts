import { z } from 'zod'
import { instantSchema } from '../contracts/instant.ts'
import { machineFactsSchema } from './machine-facts.ts'
import { updateFactsSchema } from './update-facts.ts'

/**
 * What became of trying to connect. `refused` came from the other side, so the packet went out; `blocked` came at once, as
 * this machine's own rules say it; `no-way`: this machine knows no way there, so its rules were not asked; `silent`: nothing
 * came in time, as where nobody is, and as where nothing keeps it in.
 */
export const reachOutcomeSchema = z.enum(['answered', 'refused', 'blocked', 'no-way', 'silent'])
export type ReachOutcome = z.output<typeof reachOutcomeSchema>

const text = z.string().max(200)
const reachedSchema = z.strictObject({ address: text, outcome: reachOutcomeSchema })
export type Reached = z.output<typeof reachedSchema>

/** One process of the browser part that runs a page, as `/proc` shows it. */
export const rendererSchema = z.strictObject({
  pid: z.int().min(1),
  /** 2: every system call is filtered. */
  seccomp: z.int().min(0),
  hasNoNewPrivileges: z.boolean(),
  /** It lives in a process namespace of its own. */
  isNamespaced: z.boolean(),
  hasCapabilities: z.boolean(),
})
export type Renderer = z.output<typeof rendererSchema>

/** What the kiosk's program found out about itself and its terminal. Ids and figures, no text a person wrote, no secret. */
export const terminalFactsSchema = z.strictObject({
  version: z.literal(1),
  at: instantSchema,
  program: z.strictObject({
    version: text,
    electron: text,
    isPackaged: z.boolean(),
    /** Made for trying things out, packaged or not. */
    isDevelopment: z.boolean(),
    /** When it was built; `null` where that is not known. */
    builtAt: instantSchema.nullable(),
    /** As they are set in the program; `null` where they could not be read. */
    fuses: z.record(z.string().max(60), z.boolean()).nullable(),
    files: z.enum(['whole', 'changed', 'unknown']),
    /** How long ago they were compared with what was shipped; `null`: never. */
    filesAgeMs: z.number().min(0).nullable(),
  }),
  sandbox: z.strictObject({
    /** How many namespaces an account may make; `null` where the kernel does not say. */
    userNamespaces: z.int().min(0).nullable(),
    renderers: z.array(rendererSchema).max(50),
  }),
  configuration: z.enum(['usable', 'missing', 'unusable']),
  /** Who it is, if it knows. */
  terminal: z.strictObject({ id: text, name: text }).nullable(),
  /** The rights of the file the private key lies in, and whose it is; `null` where there is none. */
  key: z.strictObject({ mode: z.int().min(0), isOwn: z.boolean() }).nullable(),
  control: z.strictObject({
    document: z.enum(['kept', 'missing', 'unusable']),
    lease: z.enum(['kept', 'missing', 'unusable']),
    highestVersion: z.int().min(0).nullable(),
    /** How long the prison was not heard from, and how long the terminal may go on so; `null`: not known, or longer. */
    silentMs: z.number().min(0).nullable(),
    localLeaseMs: z.number().min(0).nullable(),
  }),
  journal: z.strictObject({
    state: z.enum(['readable', 'missing', 'unreadable']),
    waiting: z.int().min(0),
    parked: z.int().min(0),
    damaged: z.int().min(0),
    /** From 0 to 1: how much of it is taken by what has to be kept. */
    used: z.number().min(0),
  }),
  disk: z.strictObject({ freeBytes: z.number().min(0), isWritable: z.boolean() }).nullable(),
  /** How far this machine's clock is from the server's, in milliseconds; `null` where the server was not heard. */
  clockOffsetMs: z.number().nullable(),
  reach: z.strictObject({
    server: reachedSchema.nullable(),
    /** Whether the server believes this terminal. */
    isKnown: z.boolean().nullable(),
    gateway: reachedSchema.nullable(),
    /** What must not be reached. Empty where nothing was tried: the server is this very machine, so this is a bench. */
    forbidden: z.array(reachedSchema).max(20),
    /** Whom this machine would ask for names of the internet, and what became of it. Empty where nobody was asked. */
    names: z.array(reachedSchema).max(10),
  }),
  /** `null` where the program does not update itself: it runs from a checkout. */
  update: updateFactsSchema.nullable(),
  /** What root found; `null` where there is no such file. */
  machine: machineFactsSchema.nullable(),
})
export type TerminalFacts = z.output<typeof terminalFactsSchema>
