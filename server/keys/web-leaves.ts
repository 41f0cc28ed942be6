import { createSecureContext, type SecureContext } from 'node:tls'
import { exportKey, type Identity, issueLeaf, makeKeys } from './authority.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** A terminal asks anew at each connection, so that a certificate need not last. */
const LEAF_LIFE_MS = 7 * DAY_MS
const RENEW_BEFORE_MS = 3 * DAY_MS
/** A wildcard lists any number of hosts: whoever walks through them fills no more memory than this many take. */
const REMEMBERED_HOSTS = 500

/** What the gateway shows itself with to a terminal, in place of a site. */
export interface WebLeaves {
  /** A certificate for exactly this host, name or address literal without brackets. */
  readonly contextFor: (host: string) => Promise<SecureContext>
}

interface Remembered {
  readonly renewAtMs: number
  readonly context: Promise<SecureContext>
}

/**
 * Issues certificates of the web authority as hosts are asked for, and remembers them.
 *
 * One key serves them all. It is made at the start, and never leaves the memory of this process.
 */
export function createWebLeaves(authority: Identity, clock: () => Date): WebLeaves {
  const known = new Map<string, Remembered>()
  const keys = makeKeys()
  const keyPem = keys.then(({ privateKey }) => exportKey(privateKey))
  const issue = async (host: string): Promise<SecureContext> => {
    const { publicKey } = await keys
    const subject = { commonName: 'Guichet gateway', hosts: [host], publicKey, lifeMs: LEAF_LIFE_MS }
    return createSecureContext({
      cert: await issueLeaf(authority, subject, clock()),
      key: await keyPem,
      minVersion: 'TLSv1.2',
    })
  }
  return {
    contextFor: host => {
      const nowMs = clock().getTime()
      const remembered = known.get(host)
      if (remembered !== undefined && nowMs < remembered.renewAtMs) return remembered.context
      const context = issue(host)
      context.catch(() => known.delete(host))
      known.delete(host)
      known.set(host, { renewAtMs: nowMs + LEAF_LIFE_MS - RENEW_BEFORE_MS, context })
      const [oldest] = known.keys()
      if (known.size > REMEMBERED_HOSTS && oldest !== undefined) known.delete(oldest)
      return context
    },
  }
}
