import type { Operation } from '#shared/contracts/operation.ts'
import type { FleetTerminal } from './fleet.ts'
import { later } from './later.ts'
import {
  createSimulatedTerminal,
  createTrust,
  type SimulatedPrison,
  type SimulatedTerminal,
} from './simulated-terminal.ts'
import { createTally, type Pushes, type Spread, spreadOf, type Tally } from './tally.ts'

export interface SimulationWish {
  readonly prison: SimulatedPrison
  readonly fleet: readonly FleetTerminal[]
  /** What each has confirmed while its line was down. */
  readonly operationsOf: (terminal: FleetTerminal) => readonly Operation[]
}

/** What terminals did so far, counted. */
export interface Counts extends Pushes {
  readonly terminals: number
  readonly connected: number
  /** The highest version any of them obeys, and how many obey that one. */
  readonly version: number
  readonly holding: number
  /** After the first that obeyed it. `null` while nobody does. */
  readonly obeyedMs: Spread | null
  readonly queued: number
  readonly accepted: number
  readonly rejected: number
  readonly faults: number
}

/** Terminals of one process. */
export interface Simulation {
  readonly terminals: readonly SimulatedTerminal[]
  readonly tally: Tally
  /** Connects them, one after the other over this time. */
  readonly startChannels: (overMs: number) => void
  /** The line is back: each sends what it has queued. Left out, all of them at once. */
  readonly startQueues: (overMs?: number) => void
  /** Each reports once that it is well, over this time. */
  readonly startReports: (version: string, overMs: number) => void
  readonly counts: () => Counts
  readonly stop: () => void
}

/** Puts `fleet` together. Nothing is connected before it is started. */
export async function createSimulation({ prison, fleet, operationsOf }: SimulationWish): Promise<Simulation> {
  const secureContext = createTrust(prison)
  const tally = createTally()
  const terminals: SimulatedTerminal[] = []
  for (const terminal of fleet) {
    const parts = { prison, secureContext, terminal, operations: operationsOf(terminal) }
    terminals.push(await createSimulatedTerminal({ ...parts, events: tally.eventsOf(terminal.name) }))
  }
  const each = (overMs: number, start: (terminal: SimulatedTerminal) => void) => {
    for (const [index, terminal] of terminals.entries()) {
      later(() => start(terminal), (index / terminals.length) * overMs)
    }
  }
  return {
    terminals,
    tally,
    startChannels: overMs => each(overMs, ({ control }) => control.start()),
    startQueues: (overMs = 0) => each(overMs, ({ queue }) => queue.start()),
    startReports: (version, overMs) => {
      each(overMs, ({ terminal, report }) => {
        report(version).catch(tally.eventsOf(terminal.name).onFault)
      })
    },
    counts: () => count(terminals, tally),
    stop: () => {
      for (const { stop } of terminals) stop()
    },
  }
}

function count(terminals: readonly SimulatedTerminal[], tally: Tally): Counts {
  const settled = terminals.map(({ queue }) => queue.settled())
  const sum = (pick: (one: (typeof settled)[number]) => number) => settled.reduce((all, one) => all + pick(one), 0)
  const { version, atMs } = tally.obeyed()
  return {
    terminals: terminals.length,
    connected: tally.connected(),
    version,
    holding: atMs.length,
    obeyedMs: spreadOf(atMs.map(time => time - (atMs[0] ?? time))),
    queued: sum(({ accepted, rejected, waiting }) => accepted + rejected + waiting),
    accepted: sum(({ accepted }) => accepted),
    rejected: sum(({ rejected }) => rejected),
    ...tally.pushes(),
    faults: tally.faults().length,
  }
}
