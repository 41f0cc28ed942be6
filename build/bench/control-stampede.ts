import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { Operation } from '#shared/contracts/operation.ts'
import { PUSH_BATCH_LIMIT } from '#shared/contracts/sync.ts'
import { must } from '#shared/errors/must.ts'
import type { FleetTerminal } from '#simulator/fleet.ts'
import { createSealOnce, queueOperations } from '#simulator/queue-operations.ts'
import { readDemand } from '#simulator/read-demand.ts'
import { createSimulation, type Simulation } from '#simulator/simulation.ts'
import { type Child, requestsAnswerSchema } from './control-messages.ts'
import { type ControlPrison, enrolAnew, openListeners, timeClosing } from './control-prison.ts'
import { type Figure, median, ratioFigure } from './measure.ts'

const TERMINALS = 1000
const EACH = 50
const WARM = 40
/** How many push at once in the steady stream: enough that the server never waits for one. */
const STEADY = 16
const IDLE_ROUNDS = 5
const LOOK_MS = 100
const LIMIT_MS = 240_000

/**
 * A thousand terminals with fifty queued operations each, whose line comes back in the same moment. Beside as many operations
 * of as many other terminals that come one after the other, as fast as the server takes them. Meanwhile a closing order goes
 * to a thousand terminals that are on the line, and did before while nothing else was going on.
 */
export async function measureStampede(prison: ControlPrison): Promise<Figure[]> {
  const fleet = await enrolAnew(prison, 2 * TERMINALS + WARM)
  const listening = await openListeners(prison, fleet.slice(0, TERMINALS))
  try {
    await drainSteadily(await simulate(prison, fleet.slice(2 * TERMINALS)))
    const idleMs = await timeIdle(prison, listening)
    const steadyMs = await drainSteadily(await simulate(prison, fleet.slice(0, TERMINALS)))
    const stampede = await drainAtOnce(prison, listening, await simulate(prison, fleet.slice(TERMINALS, 2 * TERMINALS)))
    return figuresOf({ idleMs, steadyMs, ...stampede })
  } finally {
    await listening.stop()
  }
}

async function simulate({ database, trust }: ControlPrison, fleet: readonly FleetTerminal[]): Promise<Simulation> {
  const demandOf = await readDemand(database)
  const sealOnce = createSealOnce()
  const queued = new Map<string, readonly Operation[]>()
  for (const terminal of fleet) {
    const demand = must(demandOf(terminal), 'somebody in each cell')
    queued.set(terminal.id, await queueOperations(EACH, demand, sealOnce))
  }
  return createSimulation({ prison: trust, fleet, operationsOf: ({ id }) => must(queued.get(id), 'operations') })
}

async function timeIdle(prison: ControlPrison, listening: Child): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= IDLE_ROUNDS; round += 1) {
    const { lastMs } = await timeClosing(prison, listening)
    if (round > 0) times.push(lastMs)
  }
  return median(times)
}

/** The next terminal begins when one before it is done. */
async function drainSteadily(simulation: Simulation): Promise<number> {
  const begun = performance.now()
  const left = simulation.terminals.values()
  const work = async (): Promise<void> => {
    for (const { queue } of left) {
      queue.start()
      await until(() => queue.settled().waiting === 0, 10)
    }
  }
  await Promise.all(Array.from({ length: STEADY }, work))
  return end(simulation, begun)
}

async function drainAtOnce(prison: ControlPrison, listening: Child, simulation: Simulation) {
  await prison.server.ask({ ask: 'requests' }, requestsAnswerSchema)
  const begun = performance.now()
  simulation.startQueues()
  const drained = until(() => simulation.terminals.every(({ queue }) => queue.settled().waiting === 0), LOOK_MS)
  const orders: number[] = []
  const over = new AbortController()
  const ordering = async (): Promise<void> => {
    await setTimeout(1000)
    while (!over.signal.aborted) orders.push((await timeClosing(prison, listening)).lastMs)
  }
  const ordered = ordering()
  await drained
  const atOnceMs = end(simulation, begun)
  over.abort()
  await ordered
  const { push, busy } = await prison.server.ask({ ask: 'requests' }, requestsAnswerSchema)
  return { atOnceMs, push, busy, meanwhileMs: median(orders), orders: orders.length }
}

function end(simulation: Simulation, begun: number): number {
  const tookMs = performance.now() - begun
  const { rejected, faults } = simulation.counts()
  simulation.stop()
  if (rejected > 0 || faults > 0) {
    throw new Error(`${rejected} refused, ${faults} faults: ${String(simulation.tally.faults()[0])}`)
  }
  return tookMs
}

async function until(isTrue: () => boolean, everyMs: number): Promise<void> {
  const begun = performance.now()
  while (!isTrue()) {
    if (performance.now() - begun > LIMIT_MS) throw new Error('the queues are not drained in time')
    await setTimeout(everyMs)
  }
}

interface Stampede {
  readonly idleMs: number
  readonly steadyMs: number
  readonly atOnceMs: number
  readonly push: number
  readonly busy: number
  readonly meanwhileMs: number
  readonly orders: number
}

function figuresOf({ idleMs, steadyMs, atOnceMs, push, busy, meanwhileMs, orders }: Stampede): Figure[] {
  const needed = TERMINALS * Math.ceil(EACH / PUSH_BATCH_LIMIT)
  const requests = push / needed
  return [
    ratioFigure(
      '1,000 × 50 operations at once',
      { ours: atOnceMs / 1000, theirs: steadyMs / 1000, unit: 's', peer: 'the same in one steady stream' },
      { atMost: 1.5 },
    ),
    {
      what: 'requests for each that was needed',
      value: `${push} (${busy} told to wait)`,
      peer: `${needed} needed`,
      ratio: requests,
      reach: '≤ 1.1×',
      isReached: requests <= 1.1,
    },
    ratioFigure(
      `closing order → last of 1,000 meanwhile (of ${orders})`,
      { ours: meanwhileMs, theirs: idleMs, unit: 'ms', peer: 'with nothing else going on' },
      { atMost: 2 },
    ),
  ]
}
