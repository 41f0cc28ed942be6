import type { Command } from 'commander'
import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { StageScope } from '#shared/update/choose-stage.ts'
import { releaseVersionSchema } from '#shared/update/release-version.ts'
import { type QuietHours, quietHoursSchema } from '#shared/update/update-offer.ts'
import type { Database } from '../../database/open-database.ts'
import { addUpdate } from '../../updates/add-update.ts'
import { readStanding, type Standing } from '../../updates/read-standing.ts'
import { pauseUpdate, stageUpdate } from '../../updates/stage-update.ts'
import { updatesFolder } from '../../updates/updates-folder.ts'
import { print, printJson } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { findScope } from '../state/find-place.ts'
import { withDatabase } from '../with-database.ts'

const addSchema = z.strictObject({ data: z.string(), key: z.string() })
const showSchema = z.strictObject({ data: z.string(), json: z.literal(true).optional() })
const stageSchema = z.strictObject({
  data: z.string(),
  wing: z.string().optional(),
  terminal: z.string().optional(),
  everyone: z.literal(true).optional(),
  pause: z.literal(true).optional(),
  hours: z
    .string()
    .regex(/^\d{1,2}-\d{1,2}$/)
    .optional(),
})

/** `guichet update`: keep new versions of the terminals' program, say who may have which, see who has which. */
export function addUpdateCommand(program: Command): void {
  const update = program.command('update').description('new versions of the terminals’ program: keep, stage, see')
  addAdd(update)
  addStage(update)
  addShow(update)
}

function addAdd(update: Command): void {
  withServerOptions(update.command('add').description('keep an update file; nobody gets it by that'))
    .argument('<file>', 'guichet-kiosk-VERSION-linux-ARCH.guichet-update')
    .requiredOption('--key <file>', 'the public half of the release key, as the terminals have it')
    .action(async (file: string, raw: unknown) => {
      const { data, key } = addSchema.parse(raw)
      const server = readServerOptions({ data })
      const releaseKey = readReleaseKey(key, await readFile(key, 'utf8'))
      const folder = updatesFolder(server.dataFolder)
      const { version, follows } = await withDatabase(server, database =>
        addUpdate({ database, folder }, file, releaseKey, new Date()),
      )
      print(
        `Kept: version ${version}, for terminals from ${follows} on. Begin with one wing: guichet update stage ${version} --wing A`,
      )
    })
}

function readReleaseKey(path: string, pem: string): KeyObject {
  try {
    return createPublicKey(pem)
  } catch (error) {
    throw new GuichetError('CONFIGURATION_INVALID', `${path} is not the public half of a release key.`, {
      cause: error,
    })
  }
}

function addStage(update: Command): void {
  withServerOptions(
    update.command('stage').description('let terminals have a version; once more: try again where it failed'),
  )
    .argument('<version>', 'as guichet update show says it')
    .option('--wing <name>', 'this wing alone')
    .option('--terminal <name>', 'this terminal alone')
    .option('--everyone', 'all terminals for which nothing closer is said')
    .option('--hours <from-to>', 'when terminals may change over, in the prison’s time: 1-5')
    .option('--pause', 'stop it, wherever it is staged, for those who do not run it yet')
    .action(async (version: string, raw: unknown) => {
      const options = stageSchema.parse(raw)
      const known = releaseVersionSchema.parse(version)
      await withDatabase(readServerOptions(options), async database => {
        if (options.pause === true) {
          refuseScope(options)
          print(`Paused in ${await pauseUpdate(database, known, new Date())} places.`)
          return
        }
        const scope = await scopeOf(database, options)
        await stageUpdate(database, { version: known, scope, hours: hoursOf(options.hours) }, new Date())
        print(`Staged. Terminals ask within the hour: guichet update show`)
      })
    })
}

type ScopeOptions = Pick<z.output<typeof stageSchema>, 'wing' | 'terminal' | 'everyone'>

const given = ({ wing, terminal, everyone }: ScopeOptions) =>
  [wing, terminal, everyone].filter(one => one !== undefined).length

/** Whoever names a wing means that wing, and a pause is for all. */
function refuseScope(options: ScopeOptions): void {
  if (given(options) === 0) return
  throw new GuichetError('UPDATE_REFUSED', 'A pause stops the version wherever it is staged: leave the scope out.')
}

async function scopeOf(database: Database, options: ScopeOptions): Promise<StageScope> {
  const { wing, terminal } = options
  // Never by leaving something out.
  if (given(options) !== 1) {
    throw new GuichetError('UPDATE_REFUSED', 'Say for whom: --wing, --terminal or --everyone.')
  }
  const scope = await findScope(database, { wing, terminal })
  if (scope.kind === 'wing') return { kind: 'wing', wing: scope.wingId }
  return scope.kind === 'terminal' ? { kind: 'terminal', terminal: scope.terminalId } : { kind: 'everyone' }
}

function hoursOf(text: string | undefined): QuietHours | null {
  if (text === undefined) return null
  const [from, to] = text.split('-').map(Number)
  if (from === to)
    throw new GuichetError('UPDATE_REFUSED', 'No hour lies between these two. For any hour leave --hours out.')
  return quietHoursSchema.parse({ from, to })
}

function addShow(update: Command): void {
  withServerOptions(update.command('show').description('what was added, who may have it, who has it'))
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const options = showSchema.parse(raw)
      const standing = await withDatabase(readServerOptions(options), readStanding)
      if (options.json === true) printJson(standing)
      else for (const line of describe(standing)) print(line)
    })
}

function describe({ updates, stages, terminals }: Standing): readonly string[] {
  const counts = new Map<string, number>()
  for (const { running } of terminals) counts.set(running ?? 'unknown', (counts.get(running ?? 'unknown') ?? 0) + 1)
  const waiting = terminals.filter(({ running, wanted }) => wanted !== null && running !== wanted)
  return [
    ...updates.map(
      ({ version, architecture, addedAt }) => `kept     ${version}  ${architecture}  ${addedAt.toISOString()}`,
    ),
    ...stages.map(({ scope, version, isPaused }) => `${isPaused ? 'paused ' : 'staged '}  ${version}  ${scope}`),
    ...[...counts].map(([version, count]) => `runs     ${version}  ${count} terminals`),
    ...waiting.map(({ name, running, wanted, failed }) => {
      const why = failed?.version === wanted ? `: went back: ${failed.why}` : ''
      return `waiting  ${name}  ${running ?? 'unknown'}, not ${wanted ?? ''}${why}`
    }),
  ]
}
