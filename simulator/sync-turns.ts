import { unreachable } from '#shared/errors/unreachable.ts'
import type { Probe } from '#electron/line/probe.ts'
import { firstState, type LoopEvent, type LoopState, nextStep } from '#renderer/data/next-step.ts'
import { toLoopEvent } from '#renderer/data/no-answer.ts'
import type { PushRound } from '#renderer/data/push-round.ts'
import { later } from './later.ts'

/** Carries out what the terminal's sync loop decides. In the place of a pull it asks whether the line is there. */
export class SyncTurns {
  readonly #round: PushRound
  readonly #probe: Probe
  #state: LoopState = firstState(Math.random)
  #isStopped = false
  #forget = (): void => undefined

  constructor(round: PushRound, probe: Probe) {
    this.#round = round
    this.#probe = probe
  }

  start(): void {
    this.#begin()
  }

  /** There is something new to push. */
  woken(): void {
    this.#dispatch({ type: 'woken' })
  }

  /** The prison said that it takes operations again. */
  serverOpened(): void {
    this.#dispatch({ type: 'server-opened' })
  }

  stop(): void {
    this.#isStopped = true
    this.#forget()
  }

  #dispatch(event: LoopEvent): void {
    if (this.#isStopped) return
    const before = this.#state
    this.#state = nextStep(before, event, Math.random)
    if (this.#state.activity !== before.activity) this.#begin()
  }

  #begin(): void {
    this.#forget()
    const { activity } = this.#state
    switch (activity.do) {
      case 'wait':
        this.#forget = later(() => {
          this.#dispatch({ type: 'waited' })
        }, activity.ms)
        return
      case 'push':
        if (this.#round.isAnythingToPush()) this.#follow(this.#round.push())
        else this.#dispatch({ type: 'nothing-to-push' })
        return
      case 'pull':
        this.#follow(this.#ask({ type: 'pulled', hasMore: false }))
        return
      case 'probe':
        this.#follow(this.#ask({ type: 'probed' }))
        return
      default:
        unreachable(activity)
    }
  }

  async #ask(answered: LoopEvent): Promise<LoopEvent> {
    const answer = await this.#probe()
    return answer.status === 'answered' ? answered : toLoopEvent(answer)
  }

  #follow(asking: Promise<LoopEvent>): void {
    void asking
      .catch((): LoopEvent => ({ type: 'failed' }))
      .then(event => {
        this.#dispatch(event)
      })
  }
}
