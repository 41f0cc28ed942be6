import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Operation } from '#shared/contracts/operation.ts'
import { must } from '#shared/errors/must.ts'
import { createSealOnce, queueOperations } from '#simulator/queue-operations.ts'
import { readDemand } from '#simulator/read-demand.ts'
import { createSimulation, type Simulation } from '#simulator/simulation.ts'
import { orderAnswerSchema } from './control-messages.ts'
import { type ControlPrison, enrolAnew } from './control-prison.ts'
import { type Figure, percentile } from './measure.ts'

const TERMINALS = 1000
/** What one terminal brings. How long a long queue takes is measured by the stampede. */
const EACH = 1
/** Slowly enough that two handshakes each are no load: what is measured begins later. */
const CONNECT_MS = 25_000
const UNDER_WAY_MS = 12_000
const REACH_MS = 5000
const LIMIT_MS = 90_000

/**
 * A thousand terminals on the line, on which people go on confirming while a maintenance is under way; then it is aborted.
 * Counted in the database afterwards: what each recorded is there once.
 */
export async function measureMaintenance(prison: ControlPrison): Promise<Figure[]> {
  const { database, trust, server } = prison
  const fleet = await enrolAnew(prison, TERMINALS)
  const demandOf = await readDemand(database)
  const sealOnce = createSealOnce()
  const queued = new Map<string, readonly Operation[]>()
  for (const terminal of fleet) {
    queued.set(terminal.id, await queueOperations(EACH, must(demandOf(terminal), 'somebody in each cell'), sealOnce))
  }
  const simulation = await createSimulation({ prison: trust, fleet, operationsOf: () => [] })
  try {
    simulation.startChannels(CONNECT_MS)
    simulation.startQueues(CONNECT_MS)
    await setTimeout(CONNECT_MS)
    await until(() => simulation.counts().connected === TERMINALS)
    const begin = { kind: 'maintenance-begin', until: null, line: null } as const
    await server.ask({ ask: 'order', intent: begin }, orderAnswerSchema)
    await setTimeout(1000)
    for (const { terminal, queue } of simulation.terminals) {
      for (const operation of must(queued.get(terminal.id), 'operations')) await queue.confirm(operation)
    }
    await setTimeout(UNDER_WAY_MS)
    const { accepted: early, busy } = simulation.counts()
    const abortedMs = performance.now()
    await server.ask({ ask: 'order', intent: { kind: 'maintenance-abort' } }, orderAnswerSchema)
    await until(() => simulation.counts().accepted + simulation.counts().rejected === TERMINALS * EACH)
    const times = [...simulation.tally.answeredAtMs().values()].map(at => at - abortedMs)
    if (early > 0 || times.length !== TERMINALS) throw new Error(`${early} were taken during the maintenance`)
    return [backFigure(times, busy), await keptFigure(prison, [...queued.values()].flat(), simulation)]
  } finally {
    simulation.stop()
  }
}

async function until(isTrue: () => boolean): Promise<void> {
  const begun = performance.now()
  while (!isTrue()) {
    if (performance.now() - begun > LIMIT_MS) throw new Error('a thousand terminals are not there in time')
    await setTimeout(50)
  }
}

function backFigure(times: readonly number[], busy: number): Figure {
  const lastMs = Math.max(...times)
  return {
    what: 'maintenance aborted → all 1,000 syncing again',
    value: `${(lastMs / 1000).toFixed(2)} s`,
    peer: `median ${(percentile(times, 50) / 1000).toFixed(2)} s; ${busy} were told to wait before`,
    ratio: null,
    reach: `≤ ${REACH_MS / 1000} s`,
    isReached: lastMs <= REACH_MS,
  }
}

async function keptFigure(
  { database }: ControlPrison,
  operations: readonly Operation[],
  simulation: Simulation,
): Promise<Figure> {
  const { rows } = await sql<{ settled: string; effects: string; most: string }>`
    with sent as (select unnest(${operations.map(({ id }) => id)}::uuid[]) as id),
    effects as (select s.id, count(r.id) as times from sent s left join requests r on r.id = s.id group by s.id)
    select (select count(*) from operations o join sent using (id)) as settled,
      (select count(*) from effects where times = 1) as effects, (select max(times) from effects) as most`.execute(
    database,
  )
  const { settled, effects, most } = must(rows[0], 'a count')
  const { rejected } = simulation.counts()
  const lost = operations.length - Number(settled)
  const doubled = Number(most) > 1 ? 1 : 0
  return {
    what: 'lost, doubled over the maintenance',
    value: `${lost} lost, ${doubled} doubled`,
    peer: `${operations.length} recorded, ${effects} took effect once, ${rejected} refused for a reason`,
    ratio: null,
    reach: '0, 0',
    isReached: lost === 0 && doubled === 0 && Number(effects) + rejected === operations.length,
  }
}
