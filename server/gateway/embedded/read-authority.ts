import type { IncomingMessage } from 'node:http'
import { isCanonicalHost } from '#shared/policy/host-pattern.ts'
import { parseUrl } from '#shared/policy/parse-url.ts'
import type { Place } from './exchange-facts.ts'

const AUTHORITY = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9._-]{1,253}):([0-9]{1,5})$/

/**
 * Where a CONNECT wants to go, or `undefined` where it does not say it as a browser does: one host in its canonical form
 * and a port, the same in `Host`. What a URL parser would read as another host is not read at all.
 */
export function readAuthority({ url, headers }: Pick<IncomingMessage, 'url' | 'headers'>): Place | undefined {
  const [whole, host, digits] = AUTHORITY.exec(url ?? '') ?? []
  const port = Number(digits)
  if (whole === undefined || host === undefined || port < 1 || port > 65_535) return undefined
  if (headers.host !== whole && headers.host !== host) return undefined
  const isCanonical = parseUrl(`https://${host}/`)?.hostname === host && isCanonicalHost(host)
  return isCanonical ? { scheme: 'https', host, port } : undefined
}
