import { chooseStage, type StageScope } from '#shared/update/choose-stage.ts'
import type { Database } from '../database/open-database.ts'
import { readStages } from './find-offer.ts'

/** One terminal: the version its doctor reported or it said when it asked, the one it may have, and the one it went back from. */
export interface TerminalStanding {
  readonly name: string
  readonly running: string | null
  readonly wanted: string | null
  readonly failed: { readonly version: string; readonly why: string } | null
}

export interface Standing {
  readonly updates: readonly { readonly version: string; readonly architecture: string; readonly addedAt: Date }[]
  readonly stages: readonly { readonly scope: string; readonly version: string; readonly isPaused: boolean }[]
  readonly terminals: readonly TerminalStanding[]
}

/** What was added, who may have it, and who has it. */
export async function readStanding(database: Database): Promise<Standing> {
  const stages = await readStages(database)
  const updates = await database
    .selectFrom('updates')
    .select(['version', 'architecture', 'added_at as addedAt'])
    .orderBy('added_at')
    .execute()
  const rows = await readTerminals(database)
  const terminals = rows.map(({ id, wing, name, asked, reported, failed_version: version, failed_why: why }) => ({
    name,
    running: asked ?? reported,
    wanted: chooseStage(stages, { id, wing })?.version ?? null,
    failed: version === null || why === null ? null : { version, why },
  }))
  const wings = await database.selectFrom('wings').select(['id', 'names']).execute()
  const names = new Map<string, string>([
    ...rows.map(({ id, name }): [string, string] => [id, `terminal ${name}`]),
    ...wings.map((wing): [string, string] => [wing.id, wing.names.en]),
  ])
  return {
    updates,
    stages: stages.map(({ scope, version, isPaused }) => ({ scope: wordsOf(scope, names), version, isPaused })),
    terminals,
  }
}

function readTerminals(database: Database) {
  return database
    .selectFrom('terminals')
    .innerJoin('cells', 'cells.id', 'terminals.cell_id')
    .leftJoin('doctor_reports as report', 'report.terminal_id', 'terminals.id')
    .leftJoin('terminal_updates as said', 'said.terminal_id', 'terminals.id')
    .select(['terminals.id', 'terminals.name', 'cells.wing_id as wing', 'report.version as reported'])
    .select(['said.running as asked', 'said.failed_version', 'said.failed_why'])
    .where('terminals.enrolled_at', 'is not', null)
    .where('terminals.revoked_at', 'is', null)
    .orderBy('terminals.name')
    .execute()
}

function wordsOf(scope: StageScope, names: ReadonlyMap<string, string>): string {
  if (scope.kind === 'everyone') return 'everyone'
  const id = scope.kind === 'wing' ? scope.wing : scope.terminal
  return names.get(id) ?? id
}
