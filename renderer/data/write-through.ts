import { withinTime } from './within-time.ts'

export const WRITE_LIMIT_MS = 2000

export interface WriteThroughPorts<Key> {
  /** Brings what memory now says of these keys to the disk, in one transaction. */
  readonly write: (keys: ReadonlySet<Key>) => Promise<void>
  /** Gives up on a connection whose writes hang, and makes a new one. */
  readonly reconnect: () => Promise<void>
  readonly onDegraded: (isDegraded: boolean) => void
  readonly limitMs?: number
}

/**
 * Carries changes of a map in memory to the disk.
 *
 *  - One write at a time, and each brings everything changed since the last: a key is never written out of order.
 *  - A write that fails or hangs leaves its keys changed; they are written with the next, and `retry` makes one.
 *  - While a write hangs nobody waits for another: the journal holds the operations already.
 */
export class WriteThrough<Key> {
  readonly #ports: WriteThroughPorts<Key>
  readonly #limitMs: number
  readonly #unwritten = new Set<Key>()
  /** Who waits for the next write to end. */
  readonly #waiting: (() => void)[] = []
  #running: Promise<void> | null = null
  #hanging: Promise<void> | null = null

  constructor(ports: WriteThroughPorts<Key>) {
    this.#ports = ports
    this.#limitMs = ports.limitMs ?? WRITE_LIMIT_MS
  }

  /**
   * Answers when these keys are on the disk, or when the disk took too long; never rejects. What others change meanwhile is
   * written next, and not waited for.
   */
  async changed(keys: readonly Key[]): Promise<void> {
    for (const key of keys) this.#unwritten.add(key)
    if (this.#hanging !== null || this.#unwritten.size === 0) return
    const written = new Promise<void>(resolve => {
      this.#waiting.push(resolve)
    })
    void this.#flush()
    await written
  }

  /** Tries again what the disk did not take. */
  async retry(): Promise<void> {
    if (this.#unwritten.size === 0) return
    if (this.#hanging !== null) await this.#ports.reconnect()
    this.#hanging = null
    await this.#flush()
  }

  async #flush(): Promise<void> {
    if (this.#hanging !== null || this.#unwritten.size === 0) return
    this.#running ??= this.#drain()
    await this.#running
  }

  async #drain(): Promise<void> {
    do {
      const taken = new Set(this.#unwritten)
      const waiting = this.#waiting.splice(0)
      this.#unwritten.clear()
      const work = this.#ports.write(taken)
      // One after the other is the point: what changed meanwhile must not overtake what was taken.
      const outcome = await withinTime(work, this.#limitMs)
      if (outcome !== 'done') {
        for (const key of taken) this.#unwritten.add(key)
        if (outcome === 'late') this.#hangOn(work)
        this.#ports.onDegraded(true)
        // Nobody tries again for those who came meanwhile: the next change does, or the retry.
        for (const tell of [...waiting, ...this.#waiting.splice(0)]) tell()
        this.#running = null
        return
      }
      for (const tell of waiting) tell()
    } while (this.#unwritten.size > 0)
    // In the same breath as the last look at what is unwritten: nobody can come in between and be forgotten.
    this.#running = null
    this.#ports.onDegraded(false)
  }

  #hangOn(work: Promise<void>): void {
    const ended = async () => {
      if (this.#hanging !== waiting) return
      this.#hanging = null
      await this.#flush()
    }
    const waiting: Promise<void> = work.then(ended, ended)
    this.#hanging = waiting
  }
}
