import type { ControlState, InmateView } from '#shared/contracts/staff.ts'
import { type InmateId, inmateNumberSchema } from '#shared/contracts/ids.ts'
import type { LocalText } from '#shared/contracts/language.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { parseWebPolicy } from '#shared/policy/web-policy.ts'
import type { Database } from '../database/open-database.ts'

/** What can be closed, and for whom. */
export type Places = Pick<ControlState, 'wings' | 'terminals' | 'sites'>

/** Wings with how many live there, terminals that are enrolled, and the web sites of the published policy. */
export async function readPlaces(database: Database): Promise<Places> {
  const [wings, terminals, sites] = await Promise.all([
    readWings(database),
    enrolledTerminals(database).orderBy('terminals.name').execute(),
    readSites(database),
  ])
  const inWing = (wingId: string) => terminals.filter(terminal => terminal.wingId === wingId).length
  return { wings: wings.map(wing => ({ ...wing, terminals: inWing(wing.id) })), terminals, sites }
}

function enrolledTerminals(database: Database) {
  return database
    .selectFrom('terminals')
    .innerJoin('cells', 'cells.id', 'terminals.cell_id')
    .select(['terminals.id', 'terminals.name', 'cells.wing_id as wingId'])
    .where('public_key', 'is not', null)
    .where('revoked_at', 'is', null)
}

async function readWings(database: Database) {
  return database
    .selectFrom('wings')
    .leftJoin('cells', 'cells.wing_id', 'wings.id')
    .leftJoin('cell_stays', join =>
      join.onRef('cell_stays.cell_id', '=', 'cells.id').on('cell_stays.until', 'is', null),
    )
    .select(({ fn }) => ['wings.id', 'wings.names', fn.count<number>('cell_stays.inmate_id').as('people')])
    .groupBy(['wings.id'])
    .orderBy('wings.id')
    .execute()
}

async function readSites(database: Database): Promise<Places['sites']> {
  const row = await database.selectFrom('web_policy').select('text').executeTakeFirst()
  const parsed = row === undefined ? undefined : parseWebPolicy(row.text)
  if (parsed?.ok !== true) return []
  return parsed.policy.sites.map(({ id, name, rules }) => ({
    id,
    names: inEveryLanguage(name),
    ruleIds: rules.map(rule => rule.id),
  }))
}

/** A site may lack a language; then it has the name it has. */
function inEveryLanguage(names: Readonly<Record<string, string>>): LocalText {
  const [any = ''] = Object.values(names)
  const { fr = any, nl = any, de = any, en = any } = names
  return { fr, nl, de, en }
}

/** Who has a door-card number. Throws `INMATE_UNKNOWN`. */
export async function findInmate(database: Database, number: string): Promise<InmateView> {
  const row = await database
    .selectFrom('inmates')
    .select(['id', 'given_name', 'family_name'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (row === undefined) throw new GuichetError('INMATE_UNKNOWN', `nobody has the number ${number}`)
  return { id: row.id, number: inmateNumberSchema.parse(number), name: `${row.given_name} ${row.family_name}` }
}

/** The door-card numbers of those whose closings are shown. */
export async function readInmateNumbers(
  database: Database,
  ids: readonly InmateId[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await database.selectFrom('inmates').select(['id', 'number']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}
