import type { SyncClock } from '../sync-loop.ts'

/** A clock that stands still until a test moves it. */
export class HeldClock implements SyncClock {
  #nowMs: number
  readonly #alarms = new Set<{ readonly atMs: number; readonly ring: () => void }>()

  constructor(startMs = Date.parse('2026-03-02T10:00:00Z')) {
    this.#nowMs = startMs
  }

  now = (): number => this.#nowMs

  after = (ms: number, callback: () => void): (() => void) => {
    const alarm = { atMs: this.#nowMs + ms, ring: callback }
    this.#alarms.add(alarm)
    return () => this.#alarms.delete(alarm)
  }

  /** How long until the next alarm; null when none is set. */
  nextMs(): number | null {
    const next = this.#next()
    return next === undefined ? null : next.atMs - this.#nowMs
  }

  /** Moves to the next alarm and rings it. */
  ringNext(): void {
    const alarm = this.#next()
    if (alarm === undefined) throw new Error('no alarm is set')
    this.#alarms.delete(alarm)
    this.#nowMs = Math.max(this.#nowMs, alarm.atMs)
    alarm.ring()
  }

  /** Moves on by `ms`, ringing what is due on the way, in order. */
  advance(ms: number): void {
    const untilMs = this.#nowMs + ms
    for (let alarm = this.#next(); alarm !== undefined && alarm.atMs <= untilMs; alarm = this.#next()) this.ringNext()
    this.#nowMs = untilMs
  }

  #next() {
    return [...this.#alarms].toSorted((a, b) => a.atMs - b.atMs)[0]
  }
}
