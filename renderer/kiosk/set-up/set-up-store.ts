import type { BridgeClient } from '#renderer/data/bridge-client.ts'
import type { SyncClock } from '#renderer/data/sync-loop.ts'
import type { FoundServer, LookedAtCode } from '#shared/contracts/enrolment-channels.ts'
import { readCode, writeCode } from '#shared/enrolment/code.ts'
import { readEnrolmentQr } from '#shared/enrolment/qr-text.ts'
import { type ErrorCode, toPublicError } from '#shared/errors/guichet-error.ts'
import { createStore, type StoreApi } from 'zustand'
import { groupCode } from './group-code.ts'

export type SetUpStep = 'server' | 'code' | 'compare'

/** Why it does not go on; the screen has a sentence and a way on for each. */
export interface SetUpFailure {
  readonly code: ErrorCode | 'CODE_INCOMPLETE'
  /** Only of a clock that is wrong. */
  readonly clock?: { readonly serverTime: string; readonly terminalTime: string }
}

export interface SetUpState {
  readonly step: SetUpStep
  /** As typed, and kept whatever happens: nothing is typed twice. */
  readonly address: string
  readonly code: string
  /** Of the server's key, as a sheet's text has it; it holds for the address that came with it. */
  readonly fingerprint: string | null
  readonly server: FoundServer | null
  /** The words a person said are those of the sheet. */
  readonly comparedWords: string | null
  /** What the code is for, once the server was asked. */
  readonly looked: LookedAtCode | null
  readonly failure: SetUpFailure | null
  readonly doing: 'nothing' | 'beginning' | 'finding' | 'looking' | 'taking-in'
  readonly isEnrolled: boolean
}

export interface SetUp {
  readonly store: StoreApi<SetUpState>
  readonly begin: () => Promise<void>
  readonly typeAddress: (address: string) => void
  readonly typeCode: (code: string) => void
  /** From the server or the code to what comes next. */
  readonly goOn: () => Promise<void>
  readonly goBack: () => void
  /** To the server, with everything that was typed. */
  readonly startOver: () => void
  /** What failed last, once more. */
  readonly tryAgain: () => Promise<void>
  readonly answerWords: (areSame: boolean) => Promise<void>
  readonly answerCell: (isThis: boolean) => Promise<void>
  /** Takes the text of a sheet, wherever a scanner typed it. */
  readonly scan: (text: string) => Promise<void>
  readonly stop: () => void
}

/** A clock that is wrong is looked at again by itself: the prison's server sets it as soon as it can. */
const CLOCK_AGAIN_MS = 10_000

/** Where a person can do something about a failure; everywhere else it shows where it happened. */
const stepOfFailure: Readonly<Partial<Record<SetUpFailure['code'], SetUpStep>>> = {
  CODE_INCOMPLETE: 'code',
  ENROLMENT_ADDRESS_INVALID: 'server',
  ENROLMENT_CODE_EXPIRED: 'code',
  ENROLMENT_CODE_UNKNOWN: 'code',
  ENROLMENT_CODE_USED: 'code',
  ENROLMENT_OTHER_TERMINAL: 'code',
}

const atStart: SetUpState = {
  step: 'server',
  address: '',
  code: '',
  fingerprint: null,
  server: null,
  comparedWords: null,
  looked: null,
  failure: null,
  doing: 'beginning',
  isEnrolled: false,
}

/** What a technician does on a new terminal, from nothing to a configuration. */
export function createSetUp(bridge: BridgeClient, clock: SyncClock): SetUp {
  const store = createStore<SetUpState>(() => atStart)
  return new SetUpKeeper(store, bridge, clock)
}

class SetUpKeeper implements SetUp {
  readonly store: StoreApi<SetUpState>
  readonly #bridge: BridgeClient
  readonly #clock: SyncClock
  #again: () => Promise<void> = async () => this.begin()
  #forgetClock = (): void => undefined
  #isBusy = false

  constructor(store: StoreApi<SetUpState>, bridge: BridgeClient, clock: SyncClock) {
    this.store = store
    this.#bridge = bridge
    this.#clock = clock
  }

  readonly begin = async (): Promise<void> =>
    this.#do('beginning', this.begin, async () => {
      const { server, code, isUnderWay } = await this.#bridge.call('enrolment:begin', {})
      const typed = { address: server?.address ?? '', code: code === null ? '' : writeCode(code) }
      this.store.setState({ ...typed, server, step: server === null ? 'server' : 'code' })
      if (isUnderWay) return this.#takeIn
      return server !== null && code !== null ? this.#look : undefined
    })

  readonly typeAddress = (address: string): void => {
    if (this.#isSheet(address)) return
    this.store.setState({ address, fingerprint: null, server: null, looked: null, failure: null })
  }

  readonly typeCode = (typed: string): void => {
    if (this.#isSheet(typed)) return
    this.store.setState({ code: groupCode(typed), looked: null, failure: null })
  }

  readonly goOn = async (): Promise<void> => {
    const { step } = this.#state
    if (step === 'server') await this.#find()
    if (step === 'code') await this.#giveCode()
  }

  readonly goBack = (): void => {
    this.#forgetClock()
    const { step } = this.#state
    this.store.setState({ step: step === 'compare' ? 'code' : 'server', looked: null, failure: null })
  }

  readonly startOver = (): void => {
    this.#forgetClock()
    this.store.setState({ step: 'server', server: null, comparedWords: null, looked: null, failure: null })
  }

  readonly tryAgain = async (): Promise<void> => this.#again()

  readonly answerWords = async (areSame: boolean): Promise<void> => {
    const { server } = this.#state
    if (areSame) {
      this.store.setState({ comparedWords: wordsOf(server) })
      await this.#look()
    } else {
      this.#fail({ code: 'ENROLMENT_KEY_DIFFERS' })
    }
  }

  readonly answerCell = async (isThis: boolean): Promise<void> => {
    if (isThis) await this.#takeIn()
    else this.#fail({ code: 'ENROLMENT_OTHER_TERMINAL' })
  }

  readonly scan = async (text: string): Promise<void> => {
    const read = readEnrolmentQr(text)
    if (read === undefined || this.#isBusy || this.#state.isEnrolled) return
    const { hostname, port } = new URL(read.url)
    const address = `${hostname}:${port === '' ? '443' : port}`
    const { fingerprint } = read
    this.store.setState({ step: 'server', address, fingerprint, code: writeCode(read.code), looked: null })
    await this.#find()
  }

  readonly stop = (): void => this.#forgetClock()

  #isSheet(typed: string): boolean {
    if (readEnrolmentQr(typed) === undefined) return false
    void this.scan(typed)
    return true
  }

  get #state(): SetUpState {
    return this.store.getState()
  }

  readonly #find = async (): Promise<void> =>
    this.#do('finding', this.#find, async () => {
      this.store.setState({ server: null, looked: null })
      const { address, fingerprint } = this.#state
      const server = await this.#bridge.call('enrolment:find-server', { address, fingerprint })
      this.store.setState({ server, step: 'code' })
      return readCode(this.#state.code) === undefined ? undefined : this.#giveCode
    })

  readonly #giveCode = async (): Promise<void> => {
    const { server, comparedWords, code } = this.#state
    if (readCode(code) === undefined) {
      this.#fail({ code: 'CODE_INCOMPLETE' })
      return
    }
    const isCompared = server !== null && (server.words === null || wordsOf(server) === comparedWords)
    if (isCompared) await this.#look()
    else if (server === null) await this.#find()
    else this.store.setState({ step: 'compare', failure: null, looked: null })
  }

  readonly #look = async (): Promise<void> =>
    this.#do('looking', this.#look, async () => {
      const code = readCode(this.#state.code)
      if (code === undefined) return this.#giveCode
      this.store.setState({ step: 'compare' })
      const answer = await this.#bridge.call('enrolment:look', { code, areWordsSame: true })
      if (answer.status === 'found') this.store.setState({ looked: answer })
      else this.#clockIsWrong(answer)
      return undefined
    })

  #clockIsWrong({ serverTime, terminalTime }: { readonly serverTime: string; readonly terminalTime: string }): void {
    this.#fail({ code: 'CLOCK_UNTRUSTED', clock: { serverTime, terminalTime } })
    this.#forgetClock = this.#clock.after(CLOCK_AGAIN_MS, () => void this.#look())
  }

  readonly #takeIn = async (): Promise<void> =>
    this.#do('taking-in', this.#takeIn, async () => {
      this.store.setState({ step: 'compare' })
      await this.#bridge.call('enrolment:take-in', {})
      this.store.setState({ isEnrolled: true })
      return undefined
    })

  /** One thing at a time; `work` answers what follows it. `again` is what would be tried again. */
  async #do(
    doing: SetUpState['doing'],
    again: () => Promise<void>,
    work: () => Promise<(() => Promise<void>) | undefined>,
  ): Promise<void> {
    if (this.#isBusy || this.#state.isEnrolled) return
    this.#isBusy = true
    this.#again = again
    this.#forgetClock()
    this.store.setState({ doing, failure: null })
    let next: (() => Promise<void>) | undefined
    try {
      next = await work()
    } catch (error) {
      this.#fail({ code: toPublicError(error).code })
    }
    this.#isBusy = false
    this.store.setState({ doing: 'nothing' })
    await next?.()
  }

  #fail(failure: SetUpFailure): void {
    const { step } = this.#state
    const keyDiffers = failure.code === 'ENROLMENT_KEY_DIFFERS'
    this.store.setState({
      failure,
      step: stepOfFailure[failure.code] ?? step,
      looked: null,
      // Nobody goes on with a server whose key is not the same.
      ...(keyDiffers && { server: null, comparedWords: null }),
    })
  }
}

function wordsOf(server: FoundServer | null): string | null {
  return server?.words?.join(' ') ?? null
}
