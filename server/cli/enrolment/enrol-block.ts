import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Language } from '#shared/contracts/language.ts'
import type { Database, Transaction } from '../../database/open-database.ts'
import { readPrison } from '../../database/read-prison.ts'
import { type MadeCode, makeCodesIn } from '../../enrolment/make-codes.ts'
import { lookAtPlaces, makePlaces } from '../../people/import-places.ts'
import type { PlaceRow } from '../../people/plan-places.ts'
import { readCellsFile } from '../import/cells-file.ts'
import { refuseImport } from '../import/refuse-import.ts'
import { momentWords } from '../moment-words.ts'
import { print, printJson } from '../print.ts'
import { commitWithFiles, type Stage } from './commit-with-files.ts'
import { asData, enrolmentFileText } from './enrol-one.ts'
import { assertEquipped, type EnrolmentDesk } from './enrolment-desk.ts'
import { drawSheet } from './sheet/draw-sheet.ts'

export interface BlockWish {
  /** A list of cells: `wing,cell[,terminal]`. */
  readonly csv: string
  /** Where the sheet goes. */
  readonly sheet: string
  /** A folder for an enrolment file each. */
  readonly files?: string | undefined
  /** Makes what is not there yet. */
  readonly create?: true | undefined
  readonly json?: true | undefined
  readonly language: Language
  readonly lifeMs: number
}

/**
 * Makes a code for every line of a list and a sheet to print, in the list's order: all of them or none.
 *
 *  - Sheet and files are on the disk before the codes count: codes without a sheet would have to be made again.
 *  - They take the place of those of before once the codes count: until then it is the old sheet that works.
 */
export async function enrolBlock(database: Database, desk: EnrolmentDesk, wish: BlockWish): Promise<void> {
  const rows = await readCellsFile(resolve(wish.csv))
  await assertEquipped(desk, database)
  const { timeZone, names } = await readPrison(database)
  const made = await commitWithFiles(database, async (transaction, stage) => {
    await ensurePlaces(transaction, rows, wish)
    const terminals = rows.map(({ terminal }) => terminal)
    const { language, lifeMs } = wish
    const codes = { terminals, serverUrl: desk.serverUrl, language, lifeMs, madeBy: null }
    const all = await makeCodesIn(transaction, codes, new Date())
    const until = momentWords(all[0]?.expiresAt ?? new Date(), timeZone)
    await stage(resolve(wish.sheet), drawSheet(desk, all, { language, prison: names[language], until }))
    if (wish.files !== undefined) await stageFiles(stage, resolve(wish.files), desk, all)
    return all
  })
  if (wish.json === true) printJson(made.map(one => asData(desk, one)))
  else sayBlock(desk, made, wish)
}

async function ensurePlaces(transaction: Transaction, rows: readonly PlaceRow[], { create }: BlockWish): Promise<void> {
  const plan = await lookAtPlaces(transaction, rows)
  const missing = create === true ? [] : missingOf(rows, plan)
  const problems = [...plan.problems, ...missing]
  if (problems.length > 0) refuseImport(problems)
  await makePlaces(transaction, plan)
}

/** What a line names that is not there: one thing a line, the widest. */
function missingOf(rows: readonly PlaceRow[], plan: Awaited<ReturnType<typeof lookAtPlaces>>): readonly string[] {
  const wings = new Set(plan.wings.map(({ names }) => names.en.toLowerCase()))
  const cells = new Set(plan.cells.map(({ id }) => id))
  const terminals = new Set(plan.terminals.map(({ name }) => name))
  const missing = rows.flatMap(({ line, wing, cell, terminal }) => {
    if (wings.has(wing.toLowerCase())) return [`line ${line}: no wing is called ${wing}`]
    if (cells.has(cell)) return [`line ${line}: there is no cell ${cell} in wing ${wing}`]
    return terminals.has(terminal) ? [`line ${line}: no terminal is called ${terminal}`] : []
  })
  return missing.length === 0 ? [] : [...missing, 'With --create they are made.']
}

async function stageFiles(stage: Stage, folder: string, desk: EnrolmentDesk, made: readonly MadeCode[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const one of made) {
    await stage(join(folder, `${encodeURIComponent(one.terminal)}.json`), enrolmentFileText(desk, one))
  }
}

function sayBlock({ words }: EnrolmentDesk, made: readonly MadeCode[], { sheet, files }: BlockWish): void {
  print(`${made.length} codes. Print ${resolve(sheet)} (A4), and destroy sheet and paper once the block is done.`)
  if (files !== undefined) print(`An enrolment file for each terminal is in ${resolve(files)}.`)
  print(`Key: ${words.join(' ')}`)
}
