import { performance } from 'node:perf_hooks'
import type { TerminalEvents } from './simulated-terminal.ts'

/** How long something took that many did, in milliseconds. */
export interface Spread {
  readonly median: number
  readonly p99: number
  readonly max: number
}

/** Requests with operations in them, those of them the server answered busy, and those nobody answered in time. */
export interface Pushes {
  readonly pushes: number
  readonly busy: number
  readonly unanswered: number
}

/** What the terminals of a process did so far. */
export interface Tally {
  /** What the terminal called `name` tells. */
  readonly eventsOf: (name: string) => TerminalEvents
  readonly connected: () => number
  /** The highest version any of them obeys, and when each of those that do began to, on the monotonic clock. */
  readonly obeyed: () => { readonly version: number; readonly atMs: readonly number[] }
  readonly pushes: () => Pushes
  /** When each last had an answer of the server's, on the monotonic clock. */
  readonly answeredAtMs: () => ReadonlyMap<string, number>
  readonly faults: () => readonly unknown[]
}

export function createTally(nowMs: () => number = () => performance.now()): Tally {
  let version = 0
  let connected = 0
  let atMs: number[] = []
  const pushes = { pushes: 0, busy: 0, unanswered: 0 }
  const answered = new Map<string, number>()
  const faults: unknown[] = []
  return {
    eventsOf: name => ({
      onControl: event => {
        if (event.kind === 'connected') connected += 1
        if (event.kind === 'lost') connected -= 1
        if (event.kind === 'disbelieved') faults.push(new Error(`the server was not believed: ${event.reason}`))
      },
      onObeyed: obeyed => {
        if (obeyed > version) {
          version = obeyed
          atMs = []
        }
        if (obeyed === version) atMs.push(nowMs())
      },
      onAsked: (method, status) => {
        if (method !== 'POST') return
        pushes.pushes += 1
        if (status === 'busy') pushes.busy += 1
        else if (status === 'answered') answered.set(name, nowMs())
        else pushes.unanswered += 1
      },
      onFault: error => {
        faults.push(error)
      },
    }),
    connected: () => connected,
    obeyed: () => ({ version, atMs }),
    pushes: () => pushes,
    answeredAtMs: () => answered,
    faults: () => faults,
  }
}

/** By nearest rank; `null` of nothing. */
export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (percent: number) => sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]
  const [middle, high, max] = [at(50), at(99), at(100)]
  return middle === undefined || high === undefined || max === undefined ? null : { median: middle, p99: high, max }
}
