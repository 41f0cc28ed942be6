import { sql } from 'kysely'
import type { LocalText } from '#shared/contracts/language.ts'
import type { Database } from '../database/open-database.ts'

/** A terminal as its key and its codes say, and when it was last heard. */
export interface ListedTerminal {
  readonly name: string
  readonly cell: string
  readonly wingId: string
  readonly wingNames: LocalText
  /** When it got the key it has; `null` for one that never had any. */
  readonly enrolledAt: Date | null
  readonly revokedAt: Date | null
  /** `null` for one that has not been on the line since it got its key. */
  readonly heardAt: Date | null
  readonly isConnected: boolean
  /** Until when a code is good that waits for it. */
  readonly codeUntil: Date | null
}

/** Every terminal, by wing and name. */
export async function listTerminals(database: Database, now: Date): Promise<readonly ListedTerminal[]> {
  const rows = await database
    .selectFrom('terminals')
    .innerJoin('cells', 'cells.id', 'terminals.cell_id')
    .innerJoin('wings', 'wings.id', 'cells.wing_id')
    .leftJoin('terminal_states', 'terminal_states.terminal_id', 'terminals.id')
    .leftJoin('enrolment_codes', join =>
      join
        .onRef('enrolment_codes.terminal_id', '=', 'terminals.id')
        .on('used_at', 'is', null)
        .on('withdrawn_at', 'is', null)
        .on('expires_at', '>', now),
    )
    .select([
      'terminals.name',
      'cells.id as cell',
      'wings.id as wingId',
      'wings.names as wingNames',
      'enrolled_at as enrolledAt',
      'revoked_at as revokedAt',
      'heard_at as heardAt',
      sql<boolean>`connected_at is not null`.as('isConnected'),
      'expires_at as codeUntil',
    ])
    .orderBy(sql`wings.names ->> 'en'`)
    .orderBy('terminals.name')
    .execute()
  return rows
}
