import type { OperationId } from '#shared/contracts/ids.ts'
import { useRef, useState } from 'react'
import { useActions } from '../stores/use-actions.ts'

export interface ParkedActions {
  readonly pending: 'confirm-again' | 'put-away' | null
  /** The last try changed nothing. */
  readonly hasFailed: boolean
  readonly confirmAgain: () => void
  readonly putAway: () => void
}

export interface ParkedOutcomes {
  readonly onConfirmedAgain: (id: OperationId) => void
  readonly onPutAway: () => void
}

/** Confirms a parked order at the new prices, or lets it go; one at a time, however often it is pressed. */
export function useParkedActions(parkedId: OperationId, outcomes: ParkedOutcomes): ParkedActions {
  const actions = useActions()
  const isBusy = useRef(false)
  const [pending, setPending] = useState<ParkedActions['pending']>(null)
  const [hasFailed, setFailed] = useState(false)

  const run = async (what: 'confirm-again' | 'put-away', attempt: () => Promise<(() => void) | null>) => {
    if (isBusy.current) return
    isBusy.current = true
    setPending(what)
    const settle = await attempt()
    setFailed(settle === null)
    if (settle !== null) {
      // What worked stays pressed until the screen moves on: a second press would do it again.
      settle()
      return
    }
    isBusy.current = false
    setPending(null)
  }
  const confirmAgain = async () => {
    const outcome = await actions.confirmAgain(parkedId)
    return outcome.status === 'recorded' ? () => outcomes.onConfirmedAgain(outcome.operationId) : null
  }
  const putAway = async () => ((await actions.discardParked(parkedId)) ? outcomes.onPutAway : null)
  return {
    pending,
    hasFailed,
    confirmAgain: () => void run('confirm-again', confirmAgain),
    putAway: () => void run('put-away', putAway),
  }
}
