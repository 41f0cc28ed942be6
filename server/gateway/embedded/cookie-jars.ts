import { createGivenCookies, type GivenCookies } from '#shared/policy/given-cookies.ts'
import type { SentHeaders } from '#shared/policy/sent-headers.ts'
import type { TunnelIdentity } from '../gateway-engine.ts'

/** How long a person's cookies are known after the last request or answer that had any. */
export const JAR_IDLE_MS = 12 * 60 * 60 * 1000
/** For all, at most 128 KiB each. */
export const MOST_JARS = 2000

/** What sites gave to whom. */
export interface CookieJars {
  /** Remembers what the `Set-Cookie` lines of an answer of `host` give. */
  readonly remember: (identity: TunnelIdentity, host: string, lines: readonly string[]) => void
  /** The headers of a request to `host`, with what that host gave and no other cookie. */
  readonly withGiven: (identity: TunnelIdentity, host: string, headers: SentHeaders) => SentHeaders
}

/** Cookies of a request that no site gave: how many, and where they would have gone. */
export interface LeftOut {
  readonly host: string
  readonly count: number
}

interface Jar {
  readonly cookies: GivenCookies
  readonly usedMs: number
}

/**
 * Keeps the cookies that sites gave, in memory and nowhere else: a server that starts anew knows none, and sites then
 * take everybody for a new visitor.
 *
 *  - One jar for each person at each terminal: nobody goes on with what was given to another.
 *  - A jar that is not used is forgotten after `JAR_IDLE_MS`; of too many, the one that has lain longest.
 */
export function createCookieJars(
  clock: () => Date,
  onLeftOut: (identity: TunnelIdentity, leftOut: LeftOut) => void,
): CookieJars {
  const jars = new Map<string, Jar>()
  const forgetIdle = (nowMs: number): void => {
    for (const [key, { usedMs }] of jars) {
      // The jar used last is the last: behind the first that stays all do.
      if (nowMs - usedMs < JAR_IDLE_MS && jars.size <= MOST_JARS) return
      jars.delete(key)
    }
  }
  const jarOf = ({ terminalId, inmateId }: TunnelIdentity): GivenCookies => {
    const nowMs = clock().getTime()
    const key = `${terminalId} ${inmateId}`
    forgetIdle(nowMs)
    const cookies = jars.get(key)?.cookies ?? createGivenCookies()
    jars.delete(key)
    jars.set(key, { cookies, usedMs: nowMs })
    return cookies
  }
  return {
    remember: (identity, host, lines) => {
      if (lines.length > 0) jarOf(identity).remember(host, lines)
    },
    withGiven: (identity, host, headers) => {
      const { cookie, ...others } = headers
      if (cookie === undefined) return headers
      const { header, dropped: count } = jarOf(identity).keep(host, cookie)
      if (count > 0) onLeftOut(identity, { host, count })
      return header === undefined ? others : { ...others, cookie: header }
    },
  }
}
