import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { refuseImport } from './refuse-import.ts'

/** One record of a file, with the line it ends on, for people to find it by. */
export interface CsvRow<Column extends string> {
  readonly line: number
  /** The value of a column; empty where the file has no such column. */
  readonly value: (column: Column) => string
}

/** Which columns a file has to have, and which it may. */
export interface Columns<Column extends string> {
  readonly required: readonly Column[]
  readonly optional: readonly Column[]
}

const recordsSchema = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }))

/** Spreadsheets of half of Europe write semicolons, because their commas are in numbers. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split('\n', 1)
  return head.includes(';') && !head.includes(',') ? ';' : ','
}

/**
 * Reads a file of comma-separated values (RFC 4180), or semicolons, UTF-8, with the names of the columns in its first line.
 *
 *  - Columns come in any order. One that is missing, doubled or unknown is refused, and so is a line with more or fewer values.
 *  - Values lose the spaces around them. A column that may be left out is empty where it is.
 *  - Throws `IMPORT_REFUSED`.
 */
export function readCsv<Column extends string>(text: string, columns: Columns<Column>): readonly CsvRow<Column>[] {
  const [head, ...rows] = parseRecords(text)
  if (head === undefined) return refuseImport(['The file is empty.'])
  const places = placesOf(head.record, columns)
  if (rows.length === 0) return refuseImport(['The file has no line but the names of its columns.'])
  return rows.map(({ info, record }) => ({ line: info.lines, value: pick(record, places) }))
}

function parseRecords(text: string) {
  if (text.includes('\uFFFD')) return refuseImport(['The file is not UTF-8. Save it as “CSV UTF-8”.'])
  try {
    const options = { bom: true, info: true, skip_empty_lines: true, trim: true, delimiter: delimiterOf(text) }
    return recordsSchema.parse(parse(text, options))
  } catch (error) {
    if (error instanceof CsvError) return refuseImport([error.message])
    throw error
  }
}

function placesOf<Column extends string>(
  head: readonly string[],
  { required, optional }: Columns<Column>,
): ReadonlyMap<Column, number> {
  const names = head.map(name => name.toLowerCase())
  const known: readonly string[] = [...required, ...optional]
  const problems = [
    ...required.filter(name => !names.includes(name)).map(name => `line 1: the column ${name} is missing`),
    ...names.filter(name => !known.includes(name)).map(name => `line 1: there is no column ${JSON.stringify(name)}`),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map(name => `line 1: the column ${name} is there twice`),
  ]
  if (problems.length > 0) return refuseImport([...problems, `Columns: ${known.join(', ')}`])
  return new Map([...required, ...optional].map(name => [name, names.indexOf(name)]))
}

function pick<Column extends string>(
  record: readonly string[],
  places: ReadonlyMap<Column, number>,
): (column: Column) => string {
  return column => record[places.get(column) ?? -1] ?? ''
}
