import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { must } from '#shared/errors/must.ts'
import { stateFileSchema } from '#electron/control/state-file.ts'
import { createJsonFile } from '#electron/files/json-file.ts'
import { type Broker, startMosquitto, startNats } from './control-brokers.ts'
import { measureMemory, WARM } from './control-memory.ts'
import { arrivedAnswerSchema, bareAnswerSchema, type Child, doneSchema, startChild } from './control-messages.ts'
import { openObeying } from './control-obeying.ts'
import { type ControlPrison, enrolAnew, openListeners, type OrderTimes, timeClosing } from './control-prison.ts'
import { type Figure, median, ratioFigure } from './measure.ts'

/** As long as an order's terminals are given to settle: each comes out of the same rest. */
const BETWEEN_MS = 700
const OWN_ROUNDS = 40

/**
 * From a closing order to the last of `count` connected terminals, beside a bare write of the same bytes to the same sockets
 * by the same process, and beside two brokers that carry as many bytes to as many connections of the same kind. In turn.
 *
 * Arrival is when a terminal has the whole message. What it does then (verify, parse, compare, store with fsync, obey) is
 * measured for one terminal by itself and added: each real terminal has a processor and a disk of its own, these share two.
 */
export async function measureFanOut(
  prison: ControlPrison,
  folder: string,
  { count, rounds }: { readonly count: number; readonly rounds: number },
): Promise<Figure[]> {
  const fleet = await enrolAnew(prison, WARM + count)
  const memory = await measureMemory(prison, count, warm =>
    openListeners(prison, warm ? fleet.slice(0, WARM) : fleet.slice(WARM)),
  )
  const { listeners } = memory
  const brokers = [await startNats(folder, prison.tls), await startMosquitto(folder, prison.tls)]
  try {
    const theirs = await Promise.all(brokers.map(broker => openSubscribers(broker, prison, count)))
    const times = await takeTurns(prison, listeners, { brokers, theirs, rounds })
    const ownMs = await measureOwnStep(prison, folder)
    for (const subscribers of theirs) await subscribers.stop()
    return [...figuresOf(count, ownMs, times), ...memory.figures]
  } finally {
    for (const broker of brokers) await broker.stop()
    await listeners.stop()
  }
}

async function openSubscribers({ speech, port }: Broker, { tls }: ControlPrison, count: number): Promise<Child> {
  const subscribers = startChild('control-listeners')
  const secrets = Array.from({ length: count }, (_, index) => `terminal-${index}`)
  const asked = { ask: 'open', speech, port, ca: tls.authorityPem, secrets, keyId: '', version: 1 }
  await subscribers.ask(asked, doneSchema)
  await setTimeout(BETWEEN_MS)
  return subscribers
}

interface Turns {
  readonly brokers: readonly Broker[]
  readonly theirs: readonly Child[]
  readonly rounds: number
}

interface Times {
  readonly ours: OrderTimes[]
  readonly bare: number[]
  readonly nats: number[]
  readonly mqtt: number[]
}

async function takeTurns(prison: ControlPrison, listeners: Child, { brokers, theirs, rounds }: Turns): Promise<Times> {
  const times: Times = { ours: [], bare: [], nats: [], mqtt: [] }
  let bytes = 0
  for (let round = 0; round <= rounds; round += 1) {
    const ours = await timeClosing(prison, listeners)
    const bare = await timeBare(prison, listeners)
    bytes = bare.bytes
    if (round > 0) times.ours.push(ours)
    if (round > 0) times.bare.push(bare.lastMs)
    for (const [place, broker] of brokers.entries()) {
      const lastMs = await timeBroker(broker, must(theirs[place], 'subscribers'), bytes)
      if (round > 0) times[broker.speech].push(lastMs)
    }
  }
  return times
}

/** Nobody acknowledges: nothing but bytes and sockets. */
async function timeBare({ server }: ControlPrison, listeners: Child) {
  await listeners.ask({ ask: 'arm', version: 0 }, doneSchema)
  const { startedNs, bytes } = await server.ask({ ask: 'bare' }, bareAnswerSchema)
  const { lastNs } = await listeners.ask({ ask: 'arrived' }, arrivedAnswerSchema)
  await setTimeout(BETWEEN_MS)
  return { lastMs: Number(lastNs - startedNs) / 1e6, bytes }
}

async function timeBroker(broker: Broker, subscribers: Child, bytes: number): Promise<number> {
  await subscribers.ask({ ask: 'arm', version: 1 }, doneSchema)
  const startedNs = broker.publish(Buffer.alloc(bytes, 'x'))
  const { lastNs } = await subscribers.ask({ ask: 'arrived' }, arrivedAnswerSchema)
  await setTimeout(BETWEEN_MS)
  return Number(lastNs - startedNs) / 1e6
}

/** What one terminal does with a document, in milliseconds: the real obedience, over a real file. */
async function measureOwnStep({ database, trust }: ControlPrison, folder: string): Promise<number> {
  const path = join(folder, 'own-state.json')
  const { id: terminalId } = await database.selectFrom('terminals').select('id').limit(1).executeTakeFirstOrThrow()
  const { obedience, close } = await openObeying({
    prisonId: trust.prisonId,
    terminalId,
    pinned: trust.signers,
    writeState: createJsonFile(path, stateFileSchema).write,
  })
  const documents = await database.selectFrom('state_documents').select('jws').orderBy('version').execute()
  const times: number[] = []
  for (const { jws } of documents.slice(-OWN_ROUNDS)) {
    const begun = performance.now()
    const { status } = await obedience.receive(jws)
    if (status !== 'obeyed') throw new Error('the terminal did not obey')
    times.push(performance.now() - begun)
  }
  await close()
  await rm(path)
  return median(times)
}

function figuresOf(count: number, ownMs: number, { ours, bare, nats, mqtt }: Times): Figure[] {
  const whole = median(ours.map(({ lastMs }) => lastMs)) + ownMs
  const stored = median(ours.map(({ storedMs }) => storedMs))
  const what = `closing order → last of ${count.toLocaleString('en')}`
  const beside = (peer: string, times: readonly number[], atMost: number) =>
    ratioFigure(what, { ours: whole, theirs: median(times), unit: 'ms', peer }, { atMost })
  return [
    beside(`bare write (stored after ${stored.toFixed(1)}, own step ${ownMs.toFixed(1)})`, bare, 1.3),
    beside('NATS 2.9, TLS', nats, 1),
    beside('Mosquitto QoS 1, TLS', mqtt, 0.4),
  ]
}
