import { createLiveView } from '#renderer/data/create-live-view.ts'
import type { GuichetDatabase } from '#renderer/data/database.ts'
import { readHasCopy } from '#renderer/data/queries.ts'
import type { StartedSync } from '#renderer/data/start-sync.ts'
import type { StoreApi } from 'zustand'
import type { LineState } from './line-store.ts'

/** Counts what waits at this terminal, and watches for the first full copy. */
export function keepLineInStep(
  line: StoreApi<LineState>,
  db: GuichetDatabase,
  started: Promise<StartedSync>,
): () => void {
  const hasCopy = createLiveView(async () => readHasCopy(db), false)
  const stopCopy = hasCopy.subscribe(() => line.setState({ hasCopy: hasCopy.getSnapshot() ?? false }))
  let stopCount = (): void => undefined
  void started.then(({ outbox }) => {
    const count = () => {
      line.setState({ waiting: outbox.getSnapshot().entries.filter(({ state }) => state !== 'parked').length })
    }
    count()
    stopCount = outbox.subscribe(count)
  })
  return () => {
    stopCopy()
    hasCopy.close()
    stopCount()
  }
}
