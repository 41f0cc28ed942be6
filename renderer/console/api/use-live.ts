import type { ControlState, Progress } from '#shared/contracts/staff.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { codeOf } from './api-error.ts'
import type { StaffApi } from './staff-api.ts'

/** What the page shows, kept up to date. */
export interface Live {
  readonly state: ControlState | undefined
  readonly progress: Progress | undefined
  /** Since when the figures are old; null while they are live. */
  readonly lostSince: string | null
  /** Nobody answers: also before there was anything to show. */
  readonly isLost: boolean
  readonly refresh: () => Promise<void>
}

/**
 * Follows what is open and who obeys.
 *
 *  - The state is read again whenever its revision changes: another warden's order shows by itself.
 *  - While the connection is lost the last figures stay, with their time. Nothing is shown as new that is not.
 */
export function useLive(api: StaffApi, onSignedOut: () => void): Live {
  const [state, setState] = useState<ControlState>()
  const [progress, setProgress] = useState<Progress>()
  const [isLost, setLost] = useState(false)
  const known = useRef('')

  const refresh = useCallback(async () => {
    try {
      setState(await api.state())
    } catch (error) {
      if (codeOf(error) === 'SESSION_MISSING') onSignedOut()
      else {
        known.current = ''
        setLost(true)
      }
    }
  }, [api, onSignedOut])

  useEffect(() => {
    // Not only when the figures come: what is closed can be shown without them.
    void Promise.resolve().then(refresh)
    return api.watch({
      onProgress: next => {
        setProgress(next)
        setLost(false)
        if (next.revision === known.current) return
        known.current = next.revision
        void refresh()
      },
      onLost: () => {
        setLost(true)
        // A stream that ends because nobody is signed in any more looks the same.
        void refresh()
      },
      onSignedOut,
    })
  }, [api, onSignedOut, refresh])

  const lastAt = progress?.at ?? state?.at
  return { state, progress, lostSince: isLost ? (lastAt ?? null) : null, isLost, refresh }
}
