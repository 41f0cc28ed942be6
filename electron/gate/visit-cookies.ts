import { createGivenCookies } from '#shared/policy/given-cookies.ts'
import type { ReceivedHeaders } from '#shared/policy/received-headers.ts'

/** The cookies of one visit, as they pass by. */
export interface VisitCookies {
  /** Remembers what an answer gives. */
  readonly remember: (url: string, received: ReceivedHeaders) => void
  /** The headers of a request, with what its host gave in this visit and no other cookie. */
  readonly withGiven: (url: string, headers: Record<string, string>) => Record<string, string>
}

/**
 * Keeps cookies that a page's script wrote from going out. The gateway does the same, with authority; behind a Squid, which
 * forgets every answer, this is the only place where it is done.
 */
export function createVisitCookies(): VisitCookies {
  const given = createGivenCookies()
  return {
    remember: (url, received) => {
      for (const [name, lines] of Object.entries(received)) {
        if (name.toLowerCase() === 'set-cookie') given.remember(hostOf(url), lines)
      }
    },
    withGiven: (url, headers) => {
      const carrier = Object.keys(headers).find(name => name.toLowerCase() === 'cookie')
      if (carrier === undefined) return headers
      const { [carrier]: cookies = '', ...others } = headers
      const { header } = given.keep(hostOf(url), cookies)
      return header === undefined ? others : { ...others, [carrier]: header }
    },
  }
}

function hostOf(url: string): string {
  return new URL(url).hostname
}
