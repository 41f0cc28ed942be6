import type { Closing, Scope, Target } from '#shared/directive/closing.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import type { Leases, Maintenance } from '#shared/directive/state-document.ts'
import type { Database } from '../../database/open-database.ts'
import type { Progress } from '../../control/progress/read-progress.ts'
import { momentWords } from '../moment-words.ts'

/** The end of an order's id: what a person types. */
export function shortId(id: string): string {
  return id.slice(-6)
}

/** What only this prison can put into words. */
export interface Words {
  /** Whom a scope means, by the names staff use. */
  readonly scope: (scope: Scope) => string
  /** By the clock on the prison's wall: `2026-12-24 18:00`. */
  readonly moment: (instant: string | Date) => string
}

export async function createWords(database: Database): Promise<Words> {
  const row = await database.selectFrom('prison').select('time_zone').executeTakeFirst()
  return { scope: await createScopeWords(database), moment: instant => momentWords(instant, row?.time_zone ?? 'UTC') }
}

async function createScopeWords(database: Database): Promise<Words['scope']> {
  const wings = await database.selectFrom('wings').select(['id', 'names']).execute()
  const terminals = await database.selectFrom('terminals').select(['id', 'name']).execute()
  const inmates = await database.selectFrom('inmates').select(['id', 'number']).execute()
  const names = new Map<string, string>([
    ...wings.map(({ id, names: { en } }) => [id, en] as const),
    ...terminals.map(({ id, name }) => [id, `terminal ${name}`] as const),
    ...inmates.map(({ id, number }) => [id, `inmate ${number}`] as const),
  ])
  return scope => {
    if (scope.kind === 'everyone') return 'everyone'
    const id = scope.kind === 'wing' ? scope.wingId : scope.kind === 'terminal' ? scope.terminalId : scope.inmateId
    return names.get(id) ?? id
  }
}

export function targetWords(target: Target): string {
  if (target.kind === 'service') return target.service
  return target.kind === 'site' ? `site ${target.siteId}` : `rule ${target.ruleId} of site ${target.siteId}`
}

function spanWords({ from, until }: Pick<Closing, 'from' | 'until'>, { moment }: Words): string {
  const begins = from === null ? '' : ` from ${moment(from)}`
  return `${begins}${until === null ? ' until reopened' : ` until ${moment(until)}`}`
}

export function closingWords(closing: Omit<Closing, 'id'>, words: Words): string {
  const line = closing.line === null ? '' : ` “${closing.line}”`
  return `${targetWords(closing.target)} closed for ${words.scope(closing.scope)}, ${closing.reason}${line}${spanWords(closing, words)}`
}

export function maintenanceWords({ phase, from, until }: Maintenance, { moment }: Words): string {
  const begins = phase === 'begun' ? 'under way since' : 'planned from'
  return `maintenance ${begins} ${moment(from)}${until === null ? '' : `, until ${moment(until)}`}`
}

export function intentWords(intent: OrderIntent, words: Words): string {
  if (intent.kind === 'close') return closingWords(intent, words)
  if (intent.kind === 'reopen') return `reopen ${shortId(intent.closingId)}`
  if (intent.kind === 'leases') return leaseWords(intent.leases)
  return intent.kind.replace('-', ' ')
}

/** As an order says it: in seconds, which is what it was given in. */
function leaseWords({ web, local }: Leases): string {
  return `leases: the web ${web} s, what lies on the terminal ${local} s`
}

export function progressWords({ version, counts }: Progress): string {
  const { terminals, obeyed, sent, issued, unreachable } = counts
  const notTold = issued === 0 ? '' : `, ${issued} on the line and not yet told`
  return `version ${version}: ${obeyed} of ${terminals} terminals obey, ${sent} told and not yet answered${notTold}, ${unreachable} unreachable`
}

/** One line for each terminal that does not obey, with what ends it by itself. */
export function unreachableWords({ terminals }: Progress, { moment }: Words): readonly string[] {
  return terminals
    .filter(({ status }) => status !== 'obeyed')
    .map(({ name, status, webLeaseUntil, localLeaseUntil, rolledBackAt, refusal }) => {
      const web = webLeaseUntil === null ? 'no lease' : `web closes by itself at ${moment(webLeaseUntil)}`
      const local = localLeaseUntil === null ? '' : `, everything at ${moment(localLeaseUntil)}`
      const odd = `${rolledBackAt === null ? '' : ', ROLLED BACK'}${refusal === null ? '' : `, refused: ${refusal}`}`
      return `${name}  ${status}  ${web}${local}${odd}`
    })
}
