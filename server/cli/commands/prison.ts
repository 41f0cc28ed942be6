import type { Command } from 'commander'
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { pinVerifier } from '../../keys/pin-verifier.ts'
import { lookAtPeople, takePeopleIn } from '../../people/import-people.ts'
import { countPlaces, lookAtPlaces, makePlaces, type PlaceCounts } from '../../people/import-places.ts'
import type { PersonRow } from '../../people/plan-people.ts'
import { readCellsFile } from '../import/cells-file.ts'
import { makePin } from '../import/make-pin.ts'
import { readPeopleFile } from '../import/people-file.ts'
import { refuseImport } from '../import/refuse-import.ts'
import { writePins } from '../import/write-pins.ts'
import { print } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'
import type { Database } from '../../database/open-database.ts'

const checkSchema = z.literal(true).optional()
const cellsSchema = z.strictObject({ data: z.string(), check: checkSchema })
const peopleSchema = z.strictObject({ data: z.string(), check: checkSchema, pins: z.string().optional() })

/** `guichet prison`: fills a new prison from lists. */
export function addPrisonCommand(program: Command): void {
  const prison = program.command('prison').description('fill a prison from lists: its cells, and who lives there')
  addImportCells(prison)
  addImportPeople(prison)
}

function addImportCells(prison: Command): void {
  withServerOptions(
    prison.command('import-cells').description('make the wings, cells and terminals of a list that are not there yet'),
  )
    .argument('<file>', 'CSV with the columns wing,cell and perhaps terminal,capacity')
    .option('--check', 'only say what would be made')
    .action(async (file: string, raw: unknown) => {
      const { data, check } = cellsSchema.parse(raw)
      const rows = await readCellsFile(resolve(file))
      const counts = await withDatabase(readServerOptions({ data }), database =>
        database.transaction().execute(async transaction => {
          const plan = await lookAtPlaces(transaction, rows)
          if (plan.problems.length > 0) return refuseImport(plan.problems)
          return check === true ? countPlaces(plan) : makePlaces(transaction, plan)
        }),
      )
      print(inWords(counts, rows.length, check === true))
    })
}

function inWords({ wings, cells, terminals }: PlaceCounts, lines: number, isCheck: boolean): string {
  const made = `${wings} wings, ${cells} cells, ${terminals} terminals`
  return isCheck
    ? `${lines} lines are good. ${made} would be made.`
    : `${made} made; the other things of ${lines} lines were there.`
}

function addImportPeople(prison: Command): void {
  withServerOptions(
    prison.command('import-people').description('take in the inmates of a list, each with a PIN made by chance'),
  )
    .argument('<file>', 'CSV with the columns number,given_name,family_name,language,cell')
    .option('--pins <file>', 'a new file for the PINs, readable by its owner alone')
    .option('--check', 'only say whether the list is good')
    .action(async (file: string, raw: unknown) => {
      const { data, check, pins } = peopleSchema.parse(raw)
      const rows = await readPeopleFile(resolve(file))
      await withDatabase(readServerOptions({ data }), async database => {
        if (check === true) return checkPeople(database, rows)
        if (pins === undefined) return prison.error('error: say with --pins FILE where the PINs go')
        return importPeople(database, rows, resolve(pins))
      })
    })
}

async function checkPeople(database: Database, rows: readonly PersonRow[]): Promise<void> {
  const problems = await lookAtPeople(database, rows)
  if (problems.length > 0) refuseImport(problems)
  print(`${rows.length} lines are good. Nothing was changed.`)
}

/** The PINs are on the disk before anybody has one: of what fails after that, nothing is kept. */
async function importPeople(database: Database, rows: readonly PersonRow[], pinsFile: string): Promise<void> {
  const early = await lookAtPeople(database, rows)
  if (early.length > 0) refuseImport(early)
  const people = rows.map(row => ({ ...row, pin: makePin() }))
  const arrivals: (PersonRow & { readonly pinVerifier: string })[] = []
  for (const { pin, ...row } of people) arrivals.push({ ...row, pinVerifier: await pinVerifier(pin, randomBytes(16)) })
  await writePins(pinsFile, people)
  try {
    await database.transaction().execute(async transaction => {
      const problems = await lookAtPeople(transaction, rows)
      if (problems.length > 0) refuseImport(problems)
      await takePeopleIn(transaction, arrivals, new Date())
    })
  } catch (error) {
    await rm(pinsFile, { force: true })
    throw error
  }
  print(`${rows.length} inmates are in. Their PINs are in ${pinsFile}: hand them out, then destroy it.`)
}
