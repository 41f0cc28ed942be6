import { useMemo } from 'react'
import { evaluateNotices } from './evaluate-notices.ts'
import { useKiosk, useLiveView, usePersonal } from './kiosk-context.tsx'
import type { NoticesView } from './notice-view.ts'
import { useNow } from './use-now.ts'

const CLOCK_MS = 60_000
const nothingRead: ReadonlySet<never> = new Set()

/** The notices in force; `undefined` while loading. While nobody is signed in, nothing counts as read. */
export function useNotices(): NoticesView | undefined {
  const { shared, markNoticeRead } = useKiosk()
  const personal = usePersonal()
  const notices = useLiveView(shared.notices)
  const readHere = useLiveView(personal?.noticesRead)
  const nowMs = useNow(CLOCK_MS)
  return useMemo(() => {
    const read = personal === null ? nothingRead : readHere
    if (notices === undefined || read === undefined) return undefined
    return { ...evaluateNotices(notices, read, nowMs), markRead: markNoticeRead }
  }, [notices, readHere, personal, nowMs, markNoticeRead])
}
