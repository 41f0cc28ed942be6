import { sql } from 'kysely'
import { createPublicKey, type KeyObject } from 'node:crypto'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Database } from '../database/open-database.ts'
import { readTogether } from '../database/read-together.ts'
import { createBriefMemory } from './brief-memory.ts'
import type { EnrolledTerminal, FindTerminal } from './terminal-identity.ts'

/** How long an answer is remembered. A terminal that is revoked is out within this time. */
export const TERMINAL_CACHE_MS = 5000
/** The most answers that are remembered. */
const CACHE_SIZE = 5000

/** Looks terminals up, and can be told that one has another key now. */
export type RememberingFind = FindTerminal & { readonly forget: (id: TerminalId) => void }

/**
 * Looks terminals up, many at once where many come at once, and remembers each answer for a few seconds, the unknown ones too.
 *
 * `undefined` for one that is unknown, not yet enrolled, or revoked. A failed look-up is not remembered.
 */
export function createFindTerminal(database: Database, clock: () => Date): RememberingFind {
  const remembered = createBriefMemory<TerminalId, Promise<EnrolledTerminal | undefined>>(
    { forMs: TERMINAL_CACHE_MS, most: CACHE_SIZE },
    clock,
  )
  const load = readTogether((ids: readonly TerminalId[]) => loadTerminals(database, ids))
  const find: FindTerminal = id => {
    const known = remembered.get(id)
    if (known !== undefined) return known
    const terminal = load(id)
    terminal.catch(() => {
      remembered.delete(id)
    })
    remembered.set(id, terminal)
    return terminal
  }
  return Object.assign(find, { forget: remembered.delete })
}

async function loadTerminals(
  database: Database,
  ids: readonly TerminalId[],
): Promise<ReadonlyMap<TerminalId, EnrolledTerminal>> {
  const rows = await database
    .selectFrom('terminals')
    .innerJoin('prison', join => join.onTrue())
    .select(['terminals.id', 'terminals.public_key', 'prison.id as prison_id'])
    .where(({ eb }) => eb('terminals.id', '=', sql<TerminalId>`any(${ids}::uuid[])`))
    .where('terminals.enrolled_at', 'is not', null)
    .where('terminals.revoked_at', 'is', null)
    .execute()
  const found = new Map<TerminalId, EnrolledTerminal>()
  for (const { id, prison_id: prisonId, public_key: x } of rows) {
    const publicKey = x === null ? undefined : publicKeyOf(x)
    if (publicKey !== undefined) found.set(id, { id, prisonId, publicKey })
  }
  return found
}

function publicKeyOf(x: string): KeyObject | undefined {
  try {
    return createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } })
  } catch {
    // What is no key proves nobody, and must not fail those who are looked up beside it.
    return undefined
  }
}
