import { useEffect, useState } from 'react'
import { useEntrance } from './kiosk-context.tsx'

/** The time in milliseconds since the epoch, told again every `everyMs`. */
export function useNow(everyMs: number): number {
  const { now } = useEntrance()
  const [nowMs, setNowMs] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(now()), everyMs)
    return () => clearInterval(timer)
  }, [now, everyMs])
  return nowMs
}
