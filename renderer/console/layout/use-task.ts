import { useState } from 'react'
import { type ApiFailure, codeOf } from '../api/api-error.ts'

/** One thing that is being done: whether it still is, and how it failed the last time. */
export interface Task {
  readonly isRunning: boolean
  readonly failure: ApiFailure | undefined
  /** Does it, unless it is being done already. */
  readonly run: (work: () => Promise<void>) => void
}

export function useTask(): Task {
  const [isRunning, setRunning] = useState(false)
  const [failure, setFailure] = useState<ApiFailure>()
  const run = (work: () => Promise<void>) => {
    if (isRunning) return
    setRunning(true)
    setFailure(undefined)
    work()
      .catch((error: unknown) => setFailure(codeOf(error)))
      .finally(() => setRunning(false))
  }
  return { isRunning, failure, run }
}
