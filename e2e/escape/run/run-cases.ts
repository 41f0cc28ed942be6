import { setTimeout as pause } from 'node:timers/promises'
import type { EscapeCase } from '../cases/escape-case.ts'
import type { Arrivals } from '../sinks/arrivals.ts'
import { closeWindow, pressKey, topWindows } from '../terminal/screen.ts'
import { type Terminal, until } from '../terminal/terminal.ts'
import type { Evidence } from './evidence.ts'

const START = 'https://good.test'
/** How long a page may take to arrive. */
const LOAD_MS = 4000
/** How long an attack is given, and is waited for where it is known to work. */
const ATTACK_MS = 900
const LONGEST_ATTACK_MS = 3500
/** For what is sent late: reports are gathered before they go. */
const SETTLE_MS = 2500
const FRAMES_AT_ONCE = 10

export interface CaseResult {
  readonly id: string
  /** Whether the page with the attack was shown at all: where it was not, nothing is proven. */
  readonly wasMade: boolean
  readonly hasFired: boolean
  readonly how: string
}

interface Seen {
  readonly wasMade: boolean
  readonly observed: unknown
  readonly windows: readonly string[]
  readonly isAlive: boolean
}

/** Makes every attack on one terminal. */
export class CaseRun {
  readonly #seen = new Map<string, Seen>()
  readonly #terminal: Terminal
  readonly #arrivals: Arrivals
  /** Whether an attack that works is waited for: only where nothing holds it back. */
  readonly #isBare: boolean

  constructor(terminal: Terminal, arrivals: Arrivals, isBare: boolean) {
    this.#terminal = terminal
    this.#arrivals = arrivals
    this.#isBare = isBare
  }

  async make(cases: readonly EscapeCase[]): Promise<void> {
    const beside = cases.filter(one => !isAlone(one))
    for (let at = 0; at < beside.length; at += FRAMES_AT_ONCE) {
      await this.#makeBeside(beside.slice(at, at + FRAMES_AT_ONCE))
    }
    for (const one of cases.filter(isAlone)) await this.#makeAlone(one)
    await pause(SETTLE_MS)
  }

  evidence({ id }: EscapeCase): Evidence | undefined {
    const seen = this.#seen.get(id)
    if (seen === undefined) return undefined
    const key = id.toLowerCase()
    const arrivals = this.#arrivals
    return {
      ...seen,
      shell: undefined,
      handedOver: [],
      outside: arrivals.at(key),
      elsewhere: arrivals.elsewhere(key),
      strange: arrivals.strange(),
    }
  }

  result(one: EscapeCase): CaseResult {
    const evidence = this.evidence(one)
    const wasMade = this.#seen.get(one.id)?.wasMade === true
    if (evidence === undefined) return { id: one.id, wasMade, hasFired: false, how: '' }
    return { id: one.id, wasMade, hasFired: hasFired(one, evidence), how: describe(evidence) }
  }

  async #makeBeside(cases: readonly EscapeCase[]): Promise<void> {
    await this.#terminal.ready()
    const ids = cases.map(({ id }) => id.toLowerCase())
    await this.#terminal.open(`${START}/atk/beside/${ids.join(',')}`)
    await until(() => ids.every(id => this.#wasShown(id)), LOAD_MS)
    for (const one of cases) this.#note(one, undefined, [])
    await this.#waitFor(cases)
    for (const one of cases) this.#note(one, undefined, [])
  }

  async #makeAlone(one: EscapeCase): Promise<void> {
    const terminal = this.#terminal
    await terminal.ready()
    await terminal.letGo()
    const before = new Set((await topWindows()).map(({ id }) => id))
    const id = one.id.toLowerCase()
    await terminal.open(`${START}/atk/${id}`)
    await until(() => this.#wasShown(id), LOAD_MS)
    if (one.gesture !== undefined || one.act !== undefined) await this.#actOn(one)
    this.#note(one, undefined, [])
    await this.#waitFor([one])
    const observed = one.observe === undefined ? undefined : await terminal.run(one.observe).catch(String)
    const windows = (await topWindows()).filter(window => !before.has(window.id))
    this.#note(
      one,
      observed,
      windows.map(({ title }) => title),
    )
    for (const window of windows) await closeWindow(window)
    if (windows.length > 0) await pressKey('Escape')
  }

  async #actOn({ gesture, act }: EscapeCase): Promise<void> {
    const terminal = this.#terminal
    await until(async () => (await terminal.run('document.readyState').catch(() => '')) === 'complete', LOAD_MS)
    if (gesture !== undefined) await terminal.run(`(() => { ${gesture} })()`).catch(() => undefined)
    await act?.(terminal)
  }

  /** Waits until every one has fired, which with the gates on none is meant to. */
  async #waitFor(cases: readonly EscapeCase[]): Promise<void> {
    const all = () => cases.every(one => one.inert !== undefined || this.result(one).hasFired)
    if (this.#isBare) await until(all, LONGEST_ATTACK_MS)
    else await pause(cases.length > 1 ? LONGEST_ATTACK_MS : ATTACK_MS)
  }

  #wasShown(id: string): boolean {
    return this.#arrivals.elsewhere(id).some(({ detail }) => detail.startsWith(`GET /atk/${id}`))
  }

  #note(one: EscapeCase, observed: unknown, windows: readonly string[]): void {
    const wasMade = this.#wasShown(one.id.toLowerCase())
    this.#seen.set(one.id, { wasMade, observed, windows, isAlive: this.#terminal.isAlive })
  }
}

function isAlone({ alone, gesture, act, observe }: EscapeCase): boolean {
  return alone === true || gesture !== undefined || act !== undefined || observe !== undefined
}

function hasFired({ fired }: EscapeCase, evidence: Evidence): boolean {
  return fired === undefined ? evidence.outside.length > 0 : fired(evidence)
}

function describe({ outside, windows, observed }: Evidence): string {
  const sinks = [...new Set(outside.map(({ sink }) => sink))]
  const seen = observed === undefined || observed === null ? [] : [JSON.stringify(observed).slice(0, 60)]
  return [...sinks, ...windows.map(title => `window ${title}`), ...seen].join(', ')
}
