import { type Progress, progressSchema } from '#shared/contracts/staff.ts'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'

export interface WatchEvents {
  readonly onProgress: (progress: Progress) => void
  /** The figures are old from now on, until the next `onProgress`. */
  readonly onLost: () => void
  readonly onSignedOut: () => void
}

/** A refused stream is not tried again by the browser, in milliseconds. */
const TRY_AGAIN_MS = 3000

/** Follows the live figures. Tries again for as long as it takes. */
export function watchProgress({ onProgress, onLost, onSignedOut }: WatchEvents): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(staffRoutes.watch)
    source.addEventListener('progress', event => {
      const read = progressSchema.safeParse(parse(event.data))
      if (read.success) onProgress(read.data)
    })
    source.addEventListener('signed-out', () => {
      source.close()
      onSignedOut()
    })
    source.addEventListener('error', () => {
      onLost()
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, TRY_AGAIN_MS)
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}

function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data))
  } catch {
    return undefined
  }
}
