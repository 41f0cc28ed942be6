import { useNow } from '../stores/use-now.ts'
import { useSession } from '../stores/use-session.ts'

const COUNTDOWN_MS = 250

/** For how many seconds more this terminal takes no PIN; 0 when it does. */
export function useWaitSeconds(): number {
  const waitUntilMs = useSession(session => session.waitUntilMs)
  const now = useNow(COUNTDOWN_MS)
  return waitUntilMs === null ? 0 : Math.max(0, Math.ceil((waitUntilMs - now) / 1000))
}
