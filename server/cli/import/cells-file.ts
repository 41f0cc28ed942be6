import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { PlaceRow } from '../../people/plan-places.ts'
import { readCsv } from './read-csv.ts'
import { refuseImport } from './refuse-import.ts'
import { rowProblems } from './row-problems.ts'

const columns = { required: ['wing', 'cell'], optional: ['terminal', 'capacity'] } as const
type Column = 'wing' | 'cell' | 'terminal' | 'capacity'

const MOST_PEOPLE = 20
// What is painted beside doors, and nothing that breaks a line or looks like something else.
const nameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ./_-]*$/u, { error: 'letters, digits, spaces and . / _ - only' })
const cellNameSchema = nameSchema.max(40)
const rowSchema = z.strictObject({
  wing: nameSchema.max(60),
  cell: cellNameSchema,
  terminal: z.union([z.literal(''), cellNameSchema]),
  capacity: z.union([z.literal(''), z.coerce.number().int().min(1).max(MOST_PEOPLE)]),
})

/** Reads a list of cells: `wing,cell[,terminal][,capacity]`. A terminal is called like its cell where nobody says. Throws `IMPORT_REFUSED`. */
export async function readCellsFile(path: string): Promise<readonly PlaceRow[]> {
  const rows = readCsv<Column>(await readFile(path, 'utf8'), columns)
  const problems: string[] = []
  const places = rows.flatMap(({ line, value }) => {
    const values = {
      wing: value('wing'),
      cell: value('cell'),
      terminal: value('terminal'),
      capacity: value('capacity'),
    }
    const { data, error } = rowSchema.safeParse(values)
    if (data === undefined) problems.push(...rowProblems(line, values, error))
    return data === undefined ? [] : [toPlace(line, data)]
  })
  return problems.length > 0 ? refuseImport(problems) : places
}

function toPlace(line: number, { wing, cell, terminal, capacity }: z.output<typeof rowSchema>): PlaceRow {
  return {
    line,
    wing,
    cell,
    terminal: terminal === '' ? cell : terminal,
    capacity: capacity === '' ? undefined : capacity,
  }
}
