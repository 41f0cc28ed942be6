import type { ServiceFacts } from '#shared/contracts/service-channels.ts'
import type { Finding } from '#shared/doctor/finding.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { ServiceCode } from '#shared/service/service-code.ts'
import type { ChannelHandlers } from '../bridge/register-channels.ts'
import type { Log } from '../log/log.ts'
import type { InTurn } from '../sequence/in-turn.ts'
import type { ServiceGate } from './service-gate.ts'

/** After five minutes of nothing it shuts by itself, and after half an hour whatever is done. */
export const SERVICE_IDLE_MS = 5 * 60_000
export const SERVICE_MOST_MS = 30 * 60_000
/** The page hears that it restarts before it does. */
const RESTART_AFTER_MS = 300

export type ServiceHandlers = Pick<ChannelHandlers, Extract<keyof ChannelHandlers, `service:${string}`>>

export interface ServiceScreenParts {
  /** `undefined` where this terminal was enrolled without a secret. */
  readonly gate: ServiceGate | undefined
  readonly isSignedIn: () => boolean
  readonly readFacts: () => ServiceFacts
  readonly examine: () => Promise<readonly Finding[]>
  readonly restart: () => void
  /** The page is to leave it. */
  readonly onShut: () => void
  readonly monotonicMs: () => number
  /** Runs later, and answers how to let it be. */
  readonly later: (run: () => void, delayMs: number) => () => void
  readonly inTurn: InTurn
  readonly log: Log
}

interface Opened {
  readonly atMs: number
  readonly forget: () => void
}

/**
 * Whether the service screen is open: this side's to say, whatever the page believes.
 *
 *  - A code opens it, once, and only while nobody is signed in.
 *  - A sign-in, a new page, five minutes of nothing or half an hour shut it. An answer that was under way is withheld then.
 */
export class ServiceScreen {
  readonly #parts: ServiceScreenParts
  #opened: Opened | undefined
  /** Raised whenever it is shut: what began before does not go on after. */
  #turn = 0

  constructor(parts: ServiceScreenParts) {
    this.#parts = parts
  }

  /** What the bridge answers with. */
  handlers(): ServiceHandlers {
    const { gate, inTurn } = this.#parts
    return {
      'service:ask': async () => {
        this.#requireNobody()
        return { isEquipped: gate !== undefined, waitMs: gate?.waitMs() ?? 0 }
      },
      'service:open': ({ code }) => inTurn(() => this.#open(code)),
      'service:read': async () => this.#whileOpen(async () => this.#parts.readFacts()),
      'service:examine': () => this.#whileOpen(async () => ({ findings: [...(await this.#parts.examine())] })),
      'service:restart': () => this.#whileOpen(async () => this.#restart()),
      'service:stay': () => this.#whileOpen(async () => this.#stay()),
      'service:close': async () => {
        this.shut()
        return {}
      },
    }
  }

  isOpen(): boolean {
    return this.#opened !== undefined
  }

  /** Safe to repeat. */
  shut(): void {
    this.#turn += 1
    const opened = this.#opened
    if (opened === undefined) return
    opened.forget()
    this.#opened = undefined
    this.#parts.log.info('service', 'shut')
    this.#parts.onShut()
  }

  async #open(code: ServiceCode) {
    const { gate, log, monotonicMs } = this.#parts
    this.#requireNobody()
    if (gate === undefined) throw new GuichetError('SERVICE_SECRET_MISSING', 'enrolled without a service secret')
    const turn = this.#turn
    const tried = await gate.tryCode(code)
    log.info('service', tried.status)
    if (tried.status !== 'open') return tried
    this.#requireNobody()
    this.#requireTurn(turn)
    this.#opened?.forget()
    const atMs = monotonicMs()
    this.#opened = { atMs, forget: this.#shutLater(atMs) }
    return tried
  }

  #stay() {
    const opened = this.#opened
    if (opened === undefined) return {}
    opened.forget()
    this.#opened = { ...opened, forget: this.#shutLater(opened.atMs) }
    return {}
  }

  #shutLater(openedAtMs: number): () => void {
    const { later, monotonicMs } = this.#parts
    const leftMs = openedAtMs + SERVICE_MOST_MS - monotonicMs()
    return later(
      () => {
        this.shut()
      },
      Math.max(0, Math.min(SERVICE_IDLE_MS, leftMs)),
    )
  }

  #restart() {
    const { later, restart, log } = this.#parts
    log.info('service', 'restart')
    later(restart, RESTART_AFTER_MS)
    return {}
  }

  async #whileOpen<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#opened === undefined) throw new GuichetError('SERVICE_SCREEN_SHUT', 'the service screen is not open')
    const turn = this.#turn
    const value = await work()
    this.#requireTurn(turn)
    return value
  }

  #requireTurn(turn: number): void {
    if (turn !== this.#turn) throw new GuichetError('SERVICE_SCREEN_SHUT', 'the service screen was shut meanwhile')
  }

  #requireNobody(): void {
    if (this.#parts.isSignedIn()) throw new GuichetError('SESSION_OPEN', 'somebody is signed in')
  }
}
