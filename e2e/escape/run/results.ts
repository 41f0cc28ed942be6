import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { CaseResult } from './case-result.ts'
import type { Column } from './columns.ts'

/** What came of every attack on one kind of terminal. */
export interface ColumnResults {
  /** The version of Electron that was attacked. */
  readonly electron: string
  readonly results: readonly CaseResult[]
}

const FOLDER = '.guichet/escape'
const fileOf = (column: Column) => `${FOLDER}/${column}.json`

export async function keepResults(column: Column, results: ColumnResults): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  await writeFile(fileOf(column), JSON.stringify(results, null, 1))
}

export async function readResults(column: Column): Promise<ColumnResults> {
  return JSON.parse(await readFile(fileOf(column), 'utf8')) as ColumnResults
}

/** What came of one attack. Throws where it was not made at all. */
export function resultOf({ results }: ColumnResults, id: string): CaseResult {
  const result = results.find(one => one.id === id)
  if (result === undefined) throw new Error(`${id} was not made`)
  return result
}

/** For who looks into a failure. */
export async function keepWords(column: Column, said: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  await writeFile(`${FOLDER}/${column}.log`, said)
}
