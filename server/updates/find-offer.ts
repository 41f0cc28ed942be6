import type { TerminalId } from '#shared/contracts/ids.ts'
import { chooseStage, type Stage, type StageScope } from '#shared/update/choose-stage.ts'
import { isOlder, releaseVersionSchema } from '#shared/update/release-version.ts'
import type { UpdateOffer, UpdateQuestion } from '#shared/update/update-offer.ts'
import type { Database } from '../database/open-database.ts'

type Asked = Pick<UpdateQuestion, 'architecture'>

interface KnownStage extends Stage {
  readonly hours: UpdateOffer['hours']
  readonly at: Date
}

/** The update a terminal may have, whatever it runs; `undefined` where nothing is staged for it, or nothing it can run. */
export async function findOffer(
  database: Database,
  terminalId: TerminalId,
  { architecture }: Asked,
): Promise<UpdateOffer | undefined> {
  const stages = await readStages(database)
  if (stages.length === 0) return undefined
  const place = await database
    .selectFrom('terminals')
    .innerJoin('cells', 'cells.id', 'terminals.cell_id')
    .select('cells.wing_id as wing')
    .where('terminals.id', '=', terminalId)
    .executeTakeFirst()
  const stage = place && chooseStage(stages, { id: terminalId, wing: place.wing })
  if (stage === undefined) return undefined
  const { version, attempt, hours } = stage
  const file = await database
    .selectFrom('updates')
    .select(['size', 'sha256'])
    .where('version', '=', version)
    .where('architecture', '=', architecture)
    .executeTakeFirst()
  return file && { version, attempt, hours, ...file }
}

/** The same for who asks: only what is newer than what it runs. */
export async function answerQuestion(
  database: Database,
  terminalId: TerminalId,
  question: UpdateQuestion,
  now: Date,
): Promise<UpdateOffer | null> {
  const { running, failed } = question
  const told = { heard_at: now, running, failed_version: failed?.version ?? null, failed_why: failed?.why ?? null }
  await database
    .insertInto('terminal_updates')
    .values({ terminal_id: terminalId, ...told })
    .onConflict(conflict => conflict.column('terminal_id').doUpdateSet(told))
    .execute()
  const offer = await findOffer(database, terminalId, question)
  return offer !== undefined && isOlder(running, offer.version) ? offer : null
}

export async function readStages(database: Database): Promise<readonly KnownStage[]> {
  const rows = await database.selectFrom('update_stages').selectAll().execute()
  return rows.map(row => ({
    scope: scopeOf(row.scope_kind, row.scope_id),
    version: releaseVersionSchema.parse(row.version),
    attempt: row.attempt,
    at: row.staged_at,
    isPaused: row.is_paused,
    hours: row.from_hour === null || row.to_hour === null ? null : { from: row.from_hour, to: row.to_hour },
  }))
}

function scopeOf(kind: StageScope['kind'], id: string): StageScope {
  if (kind === 'everyone') return { kind }
  return kind === 'wing' ? { kind, wing: id } : { kind, terminal: id }
}
