import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { orderIntentSchema } from '#shared/directive/order.ts'

/** Who gives the orders of a measurement. */
export const WARDEN = 'Warden of the measurement'

/** Of the machine's monotonic clock, which is the same in every process. */
const nanosecondsSchema = z.coerce.bigint()

/** What the measured server is asked. */
export const serverAskedSchema = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('order'), intent: orderIntentSchema }),
  z.strictObject({ ask: z.enum(['bare', 'memory', 'requests', 'stop']) }),
])

export const orderAnswerSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  startedNs: nanosecondsSchema,
  storedNs: nanosecondsSchema,
})
export const bareAnswerSchema = z.strictObject({ startedNs: nanosecondsSchema, bytes: z.int() })
export const memoryAnswerSchema = z.strictObject({ rss: z.int(), heap: z.int(), connections: z.int() })
export type Memory = z.output<typeof memoryAnswerSchema>
export const requestsAnswerSchema = z.strictObject({ push: z.int(), busy: z.int() })

/** Which protocol a process of listeners speaks. `tls`: none. */
export const speechSchema = z.enum(['guichet', 'nats', 'mqtt', 'tls'])
export type Speech = z.output<typeof speechSchema>

export const listenersAskedSchema = z.discriminatedUnion('ask', [
  z.strictObject({
    ask: z.literal('open'),
    speech: speechSchema,
    port: z.int(),
    ca: z.string(),
    /** What each connection proves itself with, or calls itself. */
    secrets: z.array(z.string()),
    keyId: z.string(),
    version: z.int(),
  }),
  /** Counts from here on; every message is acknowledged as one of this version, or not at all where that is 0. */
  z.strictObject({ ask: z.literal('arm'), version: z.int() }),
  z.strictObject({ ask: z.enum(['arrived', 'stop']) }),
])
/** When the last of them, and the one in the middle, had the whole message. */
export const arrivedAnswerSchema = z.strictObject({ lastNs: nanosecondsSchema, medianNs: nanosecondsSchema })
export const doneSchema = z.undefined()

const askedSchema = z.strictObject({ number: z.int(), asked: z.unknown() })
const answerSchema = z.strictObject({ number: z.int(), value: z.unknown().optional(), failed: z.string().optional() })
const startedSchema = z.strictObject({ port: z.int() })

/** In the child: answers what the parent asks, side by side. */
export function answerParent<Asked>(schema: z.ZodType<Asked>, answer: (asked: Asked) => Promise<unknown>): void {
  process.on('message', (message: unknown) => {
    const { number, asked } = askedSchema.parse(message)
    answer(schema.parse(asked)).then(
      value => process.send?.({ number, value: withoutBigInts(value) }),
      (error: unknown) => process.send?.({ number, failed: error instanceof Error ? error.stack : String(error) }),
    )
  })
  process.once('disconnect', () => process.exit(0))
}

/** The port a child listens at, for who started it. */
export function sayPort(address: { readonly port: number } | string | null): void {
  if (address === null || typeof address === 'string') throw new TypeError('it listens on no port')
  process.send?.({ port: address.port })
}

function withoutBigInts(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries: [string, unknown][] = Object.entries(value)
  return Object.fromEntries(entries.map(([name, held]) => [name, typeof held === 'bigint' ? String(held) : held]))
}

/** A program of the measurement in a process of its own. */
export interface Child {
  readonly ask: <Answer>(asked: object, schema: z.ZodType<Answer>) => Promise<Answer>
  /** Where it listens, once it said so. */
  readonly port: Promise<number>
  /** Asks it to stop, and ends it if it does not. */
  readonly stop: () => Promise<void>
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

export function startChild(name: string, args: readonly string[] = [], execArgv: readonly string[] = []): Child {
  const child = fork(join('dist', 'bench', `${name}.js`), [...args], { execArgv: [...execArgv] })
  const waiting = new Map<number, Waiting>()
  let number = 0
  const port = new Promise<number>(resolve => {
    child.on('message', message => {
      const started = startedSchema.safeParse(message)
      if (started.success) resolve(started.data.port)
      else settle(waiting, name, message)
    })
  })
  child.once('exit', code => {
    for (const { reject } of waiting.values()) reject(new Error(`${name} ended with ${code}`))
  })
  const send = (asked: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      number += 1
      waiting.set(number, { resolve, reject })
      child.send({ number, asked })
    })
  return {
    port,
    ask: async (asked, schema) => schema.parse(await send(asked)),
    stop: async () => {
      if (child.exitCode !== null) return
      await send({ ask: 'stop' })
      await ended(child)
    },
  }
}

function settle(waiting: Map<number, Waiting>, name: string, message: unknown): void {
  const { number, value, failed } = answerSchema.parse(message)
  const asked = waiting.get(number)
  waiting.delete(number)
  if (failed === undefined) asked?.resolve(value)
  else asked?.reject(new Error(`${name}: ${failed}`))
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  child.disconnect()
  await gone
  clearTimeout(timer)
}
