import { liveQuery } from 'dexie'
import { createChangeSignal } from './change-signal.ts'
import type { LiveView } from './live-view.ts'

const ASK_AGAIN_MS = 2000
const ANSWER_LIMIT_MS = 10_000

/**
 * Watches a database query from now until it is closed.
 *
 *  - Keeps its last answer while the database is away, so that a screen shows what was known rather than nothing.
 *  - A query that failed, or whose connection was closed under it, is asked again.
 *  - Where there is no first answer, it says `unavailable` meanwhile: what only memory knows must still be shown.
 */
export function createLiveView<Value>(query: () => Promise<Value>, unavailable: Value): LiveView<Value> {
  const { subscribe, signal } = createChangeSignal()
  let value: Value | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let subscription = watch()
  const limit = setTimeout(giveUpWaiting, ANSWER_LIMIT_MS)

  function giveUpWaiting() {
    if (value !== undefined) return
    value = unavailable
    signal()
  }

  function watch() {
    return liveQuery(query).subscribe({
      next: answer => {
        value = answer
        signal()
      },
      error: () => {
        giveUpWaiting()
        retry = setTimeout(() => {
          subscription = watch()
        }, ASK_AGAIN_MS)
      },
    })
  }

  return {
    getSnapshot: () => value,
    subscribe,
    close: () => {
      clearTimeout(limit)
      clearTimeout(retry)
      subscription.unsubscribe()
      value = undefined
    },
  }
}

type Sources = readonly Pick<LiveView<unknown>, 'subscribe'>[]

/** A view worked out of others; `compute` runs once for each change of them and answers `undefined` while one is loading. */
export function createDerivedView<Value>(sources: Sources, compute: () => Value | undefined): LiveView<Value> {
  const { subscribe, signal } = createChangeSignal()
  let value = compute()
  const stops = sources.map(source =>
    source.subscribe(() => {
      value = compute()
      signal()
    }),
  )
  return {
    getSnapshot: () => value,
    subscribe,
    close: () => {
      for (const stop of stops) stop()
      value = undefined
    },
  }
}
