import { createPublicKey } from 'node:crypto'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Database } from '../database/open-database.ts'
import type { EnrolledTerminal, FindTerminal } from './terminal-identity.ts'

/** How long an answer is remembered. A terminal that is revoked is out within this time. */
export const TERMINAL_CACHE_MS = 5000
/** Whoever asks for made-up terminals fills no more memory than this many answers take. */
const CACHE_SIZE = 5000

interface Remembered {
  readonly askedAtMs: number
  readonly terminal: Promise<EnrolledTerminal | undefined>
}

/**
 * Looks terminals up and remembers each answer for a few seconds, the unknown ones too.
 *
 * `undefined` for one that is unknown, not yet enrolled, or revoked. A failed look-up is not remembered.
 */
export function createFindTerminal(database: Database, clock: () => Date): FindTerminal {
  const cache = new Map<TerminalId, Remembered>()
  return id => {
    const nowMs = clock().getTime()
    const remembered = cache.get(id)
    // Both ways: a clock that was set back must not keep a revoked terminal in.
    if (remembered !== undefined && Math.abs(nowMs - remembered.askedAtMs) < TERMINAL_CACHE_MS)
      return remembered.terminal

    const terminal = loadTerminal(database, id)
    terminal.catch(() => cache.delete(id))
    cache.delete(id)
    cache.set(id, { askedAtMs: nowMs, terminal })
    if (cache.size > CACHE_SIZE) forgetOldest(cache)
    return terminal
  }
}

function forgetOldest(cache: Map<TerminalId, Remembered>): void {
  for (const id of cache.keys()) {
    cache.delete(id)
    return
  }
}

async function loadTerminal(database: Database, id: TerminalId): Promise<EnrolledTerminal | undefined> {
  const row = await database
    .selectFrom('terminals')
    .innerJoin('prison', join => join.onTrue())
    .select(['terminals.id', 'terminals.public_key', 'prison.id as prison_id'])
    .where('terminals.id', '=', id)
    .where('terminals.enrolled_at', 'is not', null)
    .where('terminals.revoked_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined || row.public_key === null) return undefined
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: row.public_key } })
  return { id: row.id, prisonId: row.prison_id, publicKey }
}
