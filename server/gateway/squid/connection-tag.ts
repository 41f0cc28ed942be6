import type { Place } from '../embedded/exchange-facts.ts'
import { readAuthority } from '../embedded/read-authority.ts'

/**
 * Reads where a connection leads from what the helper wrote on it when it granted the CONNECT. A tag that says why a
 * CONNECT was refused leads nowhere.
 */
export function readTunnelTag(tag: string): Place | undefined {
  return readAuthority({ url: tag, headers: { host: tag } })
}
