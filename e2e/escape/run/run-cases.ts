import { setTimeout as pause } from 'node:timers/promises'
import { type EscapeCase, isAlone } from '../cases/escape-case.ts'
import type { Arrivals } from '../sinks/arrivals.ts'
import { closeWindow, pressKey } from '../terminal/screen.ts'
import { type Terminal, until } from '../terminal/terminal.ts'
import type { CaseResult } from './case-result.ts'
import { describe, type Evidence } from './evidence.ts'
import { type Before, lookAfter, lookBefore, type Seen } from './look.ts'

const START = 'https://good.test'
/** How long a page may take to arrive on a busy machine. */
const LOAD_MS = 15_000
/** How long an attack is given where something holds it back: one by itself, and several beside each other. */
const ATTACK_MS = 700
const ATTACKS_MS = 4000
/** How long it is waited for where nothing does. */
const LATEST_MS = 10_000
/** For what is sent late: reports are gathered before they go. */
const SETTLE_MS = 2500
/** How often an attack is made that a person could not make, or that does not work where nothing holds it back. */
const MOST_TRIES = 3
/** How long a page that was lost, or a dialog that was told to go, may take. */
const RECOVER_MS = 2000
const FRAMES_AT_ONCE = 12

/** Makes every attack on one terminal. */
export class CaseRun {
  readonly #seen = new Map<string, Seen>()
  /** What a person could not do, so that the attack was not made. */
  readonly #failed = new Set<string>()
  readonly #terminal: Terminal
  readonly #arrivals: Arrivals
  /** Whether nothing holds the attacks back: then each is waited for. */
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
    const isLate = (one: EscapeCase) => !this.#isSaid(one)
    if (!this.#isBare) await pause(SETTLE_MS)
    else await until(() => !cases.some(isLate), SETTLE_MS)
    for (let tries = 2; tries <= MOST_TRIES; tries += 1) {
      for (const one of cases.filter(isLate)) {
        this.#failed.delete(one.id)
        await this.#makeAlone(one)
      }
    }
  }

  /** Whether enough is known of an attack: that it was made, and where nothing holds it back, that it works. */
  #isSaid(one: EscapeCase): boolean {
    const { wasMade, hasFired: works } = this.result(one)
    return wasMade && (works || !this.#isBare || one.inert !== undefined)
  }

  result(one: EscapeCase): CaseResult {
    const evidence = this.#evidence(one)
    const wasMade = this.#wasShown(one) && !this.#failed.has(one.id)
    if (evidence === undefined) return { id: one.id, wasMade, hasFired: false, how: '' }
    return { id: one.id, wasMade, hasFired: hasFired(one, evidence), how: describe(evidence) }
  }

  /** In frames of one page: hosts tell whose attack it is that arrives. */
  async #makeBeside(cases: readonly EscapeCase[]): Promise<void> {
    const terminal = this.#terminal
    await terminal.ready()
    await terminal.letGo()
    const before = await lookBefore(terminal)
    await terminal.open(`${START}/atk/beside/${cases.map(keyOf).join(',')}`)
    await until(() => cases.every(one => this.#wasShown(one)), LOAD_MS)
    await this.#waitFor(cases, ATTACKS_MS, before)
  }

  async #makeAlone(one: EscapeCase): Promise<void> {
    const terminal = this.#terminal
    await terminal.ready()
    await terminal.letGo()
    const before = await lookBefore(terminal)
    await terminal.open(`${START}/atk/${keyOf(one)}`)
    await until(() => this.#wasShown(one), LOAD_MS)
    if (one.gesture !== undefined || one.act !== undefined) await this.#actOn(one)
    await this.#waitFor([one], ATTACK_MS, before)
    await this.#recover()
  }

  async #actOn(one: EscapeCase): Promise<void> {
    const [terminal, { id, gesture, act }] = [this.#terminal, one]
    // The page before it is there until this one is: what is done then is done to the wrong one.
    const standing = `${keyOf(one)} complete`
    const ask = () => terminal.run(`location.pathname.replace('/atk/', '') + ' ' + document.readyState`).catch(() => '')
    if (!(await until(async () => (await ask()) === standing, LOAD_MS))) this.#failed.add(id)
    if (gesture !== undefined) await terminal.run(`void (() => { ${gesture} })()`).catch(() => undefined)
    await act?.(terminal).catch(() => this.#failed.add(id))
  }

  /** Gives the attacks their time, and looks. Where nothing holds them back, looks until all have worked. */
  async #waitFor(cases: readonly EscapeCase[], timeMs: number, before: Before): Promise<void> {
    const look = async () => {
      const [one] = cases
      const seen = await lookAfter(this.#terminal, before, cases.length === 1 ? one?.observe : undefined)
      for (const { id } of cases) this.#seen.set(id, seen)
    }
    const haveAllFired = async () => {
      await look()
      return cases.every(one => one.inert !== undefined || this.result(one).hasFired)
    }
    if (this.#isBare) {
      await until(haveAllFired, LATEST_MS)
      return
    }
    await pause(timeMs)
    await look()
  }

  /** Clears away what the attack left. A terminal that does not come back from it is started anew. */
  async #recover(): Promise<void> {
    const isAsBefore = async () => {
      const left = await this.#terminal.strangeWindows()
      for (const window of left) await closeWindow(window)
      if (left.length > 0) await pressKey('Escape')
      return left.length === 0 && (!this.#terminal.isAlive || (await this.#terminal.standing()).isViewThere)
    }
    if (!(await until(isAsBefore, RECOVER_MS))) await this.#terminal.end()
  }

  #evidence(one: EscapeCase): Evidence | undefined {
    const seen = this.#seen.get(one.id)
    if (seen === undefined) return undefined
    const [key, arrivals] = [keyOf(one), this.#arrivals]
    return { ...seen, outside: arrivals.at(key), elsewhere: arrivals.elsewhere(key), strange: arrivals.strange() }
  }

  /** Whether the site was asked for the page with the attack in it. */
  #wasShown(one: EscapeCase): boolean {
    const key = keyOf(one)
    return this.#arrivals.elsewhere(key).some(({ detail }) => detail.startsWith(`GET /atk/${key}`))
  }
}

/** As it stands in addresses. */
function keyOf({ id }: EscapeCase): string {
  return id.toLowerCase()
}

function hasFired({ fired }: EscapeCase, evidence: Evidence): boolean {
  return fired === undefined ? evidence.outside.length > 0 : fired(evidence)
}
