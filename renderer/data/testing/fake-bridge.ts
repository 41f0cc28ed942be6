import type { ChannelName, JournalEntry, PageEvent } from '#shared/contracts/bridge.ts'
import { everythingOpen, type OpenState } from '#shared/contracts/closure.ts'
import type { InmateId, OperationId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import type { Person } from '#shared/contracts/person.ts'
import type { PageChange } from '#shared/contracts/sync.ts'
import type { Verdict } from '#shared/contracts/verdict.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { BridgeClient, ChannelInput, ChannelValue } from '../bridge-client.ts'
import { recordIntent } from './record-intent.ts'
import { base64urlToBytes, bytesToBase64url } from '#shared/sealing/base64url.ts'
import { aReceipt } from './sample-operations.ts'

type Handler<Name extends ChannelName> = (input: ChannelInput<Name>) => ChannelValue<Name> | Promise<ChannelValue<Name>>
type Handlers = { readonly [Name in ChannelName]: Handler<Name> }
export type FakeLine = 'up' | 'down' | 'busy' | 'refused'

const cursorAt = (place: number) => bytesToBase64url(new TextEncoder().encode(`at ${place}`))
const placeOf = (cursor: string) => Number(new TextDecoder().decode(base64urlToBytes(cursor)).slice(3))

/**
 * A main process with a prison behind it, in memory: a journal, a line that can be cut, a server that applies each
 * operation once, and its feed. `overrides` replaces a channel's answer; `calls` is what was asked, in order.
 */
export class FakeBridge implements BridgeClient {
  readonly calls: { readonly name: ChannelName; readonly input: unknown }[] = []
  readonly journal = new Map<OperationId, JournalEntry>()
  overrides: Partial<Handlers> = {}
  /** Ids the server applied, each once, in the order it did. */
  readonly applied: OperationId[] = []
  feed: PageChange[] = []
  pageSize = 100
  line: FakeLine = 'up'
  retryAfterMs: number | null = null
  people: Person[] = []
  person: Person | null = null
  /** What is open. `changeOpenState` tells the page too. */
  openState: OpenState = everythingOpen
  judge = (operation: Operation): Verdict => ({
    status: 'applied',
    operationId: operation.id,
    receipt: aReceipt(operation),
  })
  readonly #listeners = new Set<(event: PageEvent) => void>()

  async call<Name extends ChannelName>(name: Name, input: ChannelInput<Name>): Promise<ChannelValue<Name>> {
    this.calls.push({ name, input })
    const handlers: Handlers = { ...this.#handlers(), ...this.overrides }
    return handlers[name](input)
  }

  onEvent(listener: (event: PageEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(event: PageEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  /** A warden closed or reopened something. */
  changeOpenState(openState: OpenState): void {
    this.openState = openState
    this.tell({ event: 'open-state', state: openState })
  }

  /** The ids of every push, in order. */
  pushes(): readonly (readonly string[])[] {
    const pushed = this.calls.filter(({ name }) => name === 'line:push')
    return pushed.map(({ input }) => (input as ChannelInput<'line:push'>).operations.map(({ id }) => id))
  }

  count(name: ChannelName): number {
    return this.calls.filter(call => call.name === name).length
  }

  #handlers(): Handlers {
    const state = { ...this.#sessionHandlers(), ...this.#journalHandlers(), ...this.#lineHandlers() }
    return { ...state, ...closedWeb, ...enrolled, ...shutService }
  }

  #sessionHandlers() {
    return {
      'terminal:describe': () => ({
        terminalName: 'A-101',
        prisonNames: { fr: 'Prison', nl: 'Gevangenis', de: 'Anstalt', en: 'Prison' },
        timeZone: 'Europe/Brussels',
        language: 'fr' as const,
        version: '0.1.0',
      }),
      'terminal:open-state': () => this.openState,
      'session:people': () => ({ people: this.people, waitMs: 0 }),
      'session:sign-in': ({ number }: ChannelInput<'session:sign-in'>) => {
        const person = this.people.find(candidate => candidate.number === number)
        if (person === undefined) return { status: 'refused' as const, waitMs: 2000 }
        this.person = person
        return { status: 'signed-in' as const, person }
      },
      'session:end': () => {
        this.person = null
        return {}
      },
      'draft:keep': () => ({}),
      'draft:read': () => ({ draft: null }),
    }
  }

  #journalHandlers() {
    return {
      'operation:confirm': ({ id, intent }: ChannelInput<'operation:confirm'>) => {
        const known = this.journal.get(id as OperationId)
        const operation = known?.operation ?? recordIntent(id, intent, this.#requirePerson())
        if (known === undefined) this.journal.set(operation.id, { operation, verdict: null })
        return { operation }
      },
      'journal:read': () => ({ entries: [...this.journal.values()], damaged: 0 }),
      'journal:restore': ({ operation }: ChannelInput<'journal:restore'>) => {
        const restored = operation as Operation
        if (!this.journal.has(restored.id)) this.journal.set(restored.id, { operation: restored, verdict: null })
        return {}
      },
      'journal:discard': ({ id }: ChannelInput<'journal:discard'>) => {
        this.#requirePerson()
        this.journal.delete(id as OperationId)
        return {}
      },
    }
  }

  #requirePerson(): InmateId {
    if (this.person === null) throw new GuichetError('SESSION_MISSING', 'nobody is signed in')
    return this.person.inmateId
  }

  #lineHandlers() {
    return {
      'line:probe': () => this.#noAnswer() ?? { status: 'answered' as const },
      'line:push': ({ operations }: ChannelInput<'line:push'>) =>
        this.#noAnswer() ?? {
          status: 'answered' as const,
          verdicts: operations.map(operation => this.#settle(operation as Operation)),
        },
      'line:pull': ({ cursor }: ChannelInput<'line:pull'>) => this.#noAnswer() ?? this.pageFrom(cursor ?? null),
    }
  }

  #noAnswer() {
    if (this.line === 'up') return undefined
    if (this.line === 'busy') return { status: 'busy' as const, retryAfterMs: this.retryAfterMs }
    if (this.line === 'down') return { status: 'unreachable' as const, mayHaveArrived: false }
    return { status: 'refused' as const }
  }

  #settle(operation: Operation): Verdict {
    const isKnown = this.applied.includes(operation.id)
    const verdict = this.judge(operation)
    if (verdict.status === 'applied' && !isKnown) this.applied.push(operation.id)
    const isReceived = verdict.status === 'applied' || verdict.status === 'duplicate'
    if (isReceived) this.journal.delete(operation.id)
    if (verdict.status === 'rejected') this.journal.set(operation.id, { operation, verdict })
    return verdict.status === 'applied' && isKnown ? { ...verdict, status: 'duplicate' } : verdict
  }

  /** What the server answers a pull from `cursor`. */
  pageFrom(cursor: string | null) {
    const from = cursor === null ? 0 : placeOf(cursor)
    const changes = this.feed.slice(from, from + this.pageSize)
    const to = from + changes.length
    return {
      status: 'answered' as const,
      cursor: cursorAt(to),
      more: to < this.feed.length,
      restarted: cursor === null,
      changes,
    }
  }
}

const closedWeb = {
  'web:sites': () => ({ sites: [] }),
  'web:open': () => ({}),
  'web:place': () => ({}),
  'web:go': () => ({}),
  'web:close': () => ({}),
}

function refuseEnrolment(): never {
  throw new GuichetError('ENROLMENT_OVER', 'this terminal has a configuration')
}

const refuseService = () => {
  throw new GuichetError('SERVICE_SCREEN_SHUT', 'nobody typed a service code')
}

const shutService = {
  'service:ask': () => ({ isEquipped: true, waitMs: 0 }),
  'service:open': () => ({ status: 'refused' as const, waitMs: 0 }),
  'service:read': refuseService,
  'service:examine': refuseService,
  'service:restart': refuseService,
  'service:stay': refuseService,
  'service:close': () => ({}),
}

const enrolled = {
  'enrolment:begin': refuseEnrolment,
  'enrolment:find-server': refuseEnrolment,
  'enrolment:look': refuseEnrolment,
  'enrolment:take-in': refuseEnrolment,
}
