import { sql } from 'kysely'
import type { Scope, Target } from '#shared/directive/closing.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import { type Service, services } from '#shared/directive/services.ts'
import type { StateDocument } from '#shared/directive/state-document.ts'
import type { Concerned } from '../../database/control-tables.ts'
import type { Database, Transaction } from '../../database/open-database.ts'
import { readState } from '../state/read-state.ts'

/** What an order would do, to be said in plain words before it is given. */
export interface Effect extends Concerned {
  /** What closes as a whole. One site or rule alone: none. */
  readonly closes: readonly Service[]
  /** What was closed by the closing that is taken back. Another closing may keep it closed. */
  readonly opens: readonly Service[]
  /** What goes on as it is. One's own requests, the account and the queue always do and are not named. */
  readonly stays: readonly Service[]
}

const everything = services.filter(service => service !== 'platform')
const everyone: Scope = { kind: 'everyone' }

/** Works out what `intent` would do now, and to how many. An order about something unknown does nothing to nobody. */
export async function describeEffect(database: Database, intent: OrderIntent): Promise<Effect> {
  const document = (await readState(database))?.document
  const { scope, touched } = reach(document, intent)
  const concerned = scope === undefined ? { terminals: 0, people: 0 } : await countConcerned(database, scope)
  const isReopening = intent.kind === 'reopen'
  return {
    ...concerned,
    closes: isReopening ? [] : touched,
    opens: isReopening ? touched : [],
    stays: everything.filter(service => !touched.includes(service)),
  }
}

/** Whom an intent concerns, and which services as a whole. */
export function reach(
  document: Pick<StateDocument, 'closings'> | undefined,
  intent: OrderIntent,
): { readonly scope: Scope | undefined; readonly touched: readonly Service[] } {
  if (intent.kind !== 'close' && intent.kind !== 'reopen') return { scope: everyone, touched: [] }
  const closing = intent.kind === 'close' ? intent : document?.closings.find(({ id }) => id === intent.closingId)
  if (closing === undefined) return { scope: undefined, touched: [] }
  return { scope: closing.scope, touched: servicesOf(closing.target) }
}

/** As `evaluateClosing` has it: the platform's closing leaves medical requests open. */
function servicesOf(target: Target): readonly Service[] {
  if (target.kind !== 'service') return []
  return target.service === 'platform' ? everything.filter(service => service !== 'medical') : [target.service]
}

/** How many enrolled terminals and how many inmates living at them a scope covers now. */
export async function countConcerned(database: Database | Transaction, scope: Scope): Promise<Concerned> {
  const { rows } = await sql<Concerned>`
    select
      (select count(*) from terminals where enrolled_at is not null and revoked_at is null and ${cellIn(scope, 'terminals')})
        as terminals,
      (select count(distinct inmate_id) from cell_stays where until is null and ${peopleIn(scope)}) as people
  `.execute(database)
  return rows[0] ?? { terminals: 0, people: 0 }
}

function cellIn(scope: Scope, table: 'terminals' | 'cell_stays') {
  const cell = sql.ref(`${table}.cell_id`)
  if (scope.kind === 'everyone') return sql`true`
  if (scope.kind === 'wing') return sql`${cell} in (select id from cells where wing_id = ${scope.wingId})`
  if (scope.kind === 'inmate')
    return sql`${cell} in (select s.cell_id from cell_stays s where s.until is null and s.inmate_id = ${scope.inmateId})`
  return table === 'terminals'
    ? sql`terminals.id = ${scope.terminalId}`
    : sql`${cell} in (select cell_id from terminals where id = ${scope.terminalId})`
}

function peopleIn(scope: Scope) {
  return scope.kind === 'inmate' ? sql`inmate_id = ${scope.inmateId}` : cellIn(scope, 'cell_stays')
}
