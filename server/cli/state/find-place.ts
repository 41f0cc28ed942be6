import { type Scope, scopeSchema, type Target, targetSchema } from '#shared/directive/closing.ts'
import { services } from '#shared/directive/services.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Database } from '../../database/open-database.ts'
import { findWing as findKnownWing } from '../../people/find-wing.ts'

/** For whom, as a warden names them: a wing and a terminal by their names, an inmate by their number. */
export interface PlaceWish {
  readonly wing?: string | undefined
  readonly terminal?: string | undefined
  readonly inmate?: string | undefined
}

/** Reads `web`, `site:ID` or `rule:SITE/RULE`. Throws `ORDER_UNKNOWN`. */
export function parseTarget(text: string): Target {
  const [kind = '', rest = ''] = text.split(/:(.*)/s)
  const [siteId, ruleId] = rest.split(/\/(.*)/s)
  const named = {
    site: { kind: 'site', siteId: rest },
    rule: { kind: 'rule', siteId, ruleId },
  }[kind]
  const { data } = targetSchema.safeParse(named ?? { kind: 'service', service: text })
  if (data === undefined) {
    throw new GuichetError(
      'ORDER_UNKNOWN',
      `${text} cannot be closed. Say ${services.join(', ')}, site:ID or rule:SITE/RULE.`,
    )
  }
  return data
}

/** Whom the options name; everyone without one. Throws `ORDER_UNKNOWN`, and `ORDER_REFUSED` for two at once. */
export async function findScope(database: Database, { wing, terminal, inmate }: PlaceWish): Promise<Scope> {
  if ([wing, terminal, inmate].filter(name => name !== undefined).length > 1) {
    throw new GuichetError('ORDER_REFUSED', 'Name a wing, a terminal or an inmate, not two of them.')
  }
  if (wing !== undefined) return scopeSchema.parse({ kind: 'wing', wingId: await findWing(database, wing) })
  if (terminal !== undefined) {
    const rows = database.selectFrom('terminals').select('id').where('name', '=', terminal)
    return {
      kind: 'terminal',
      terminalId: found(await rows.executeTakeFirst(), `No terminal is called ${terminal}.`).id,
    }
  }
  if (inmate === undefined) return { kind: 'everyone' }
  const rows = database.selectFrom('inmates').select('id').where('number', '=', inmate)
  return { kind: 'inmate', inmateId: found(await rows.executeTakeFirst(), `No inmate has the number ${inmate}.`).id }
}

async function findWing(database: Database, name: string): Promise<string> {
  const wing = findKnownWing(await database.selectFrom('wings').select(['id', 'names']).execute(), name)
  if (wing === 'several')
    throw new GuichetError('ORDER_UNKNOWN', `Several wings are called ${name}. Say the whole name.`)
  return found(wing, `No wing is called ${name}.`).id
}

function found<Value>(value: Value | undefined, words: string): Value {
  if (value === undefined) throw new GuichetError('ORDER_UNKNOWN', words)
  return value
}
