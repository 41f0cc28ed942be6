import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import type { CaseResult } from './case-result.ts'
import type { Column } from './columns.ts'

/** What came of every attack on one kind of terminal. */
export interface ColumnResults {
  /** The version of Electron that was attacked. */
  readonly electron: string
  readonly results: readonly CaseResult[]
}

const FOLDER = '.guichet/escape'

/** `part` names the share of the cases, as `1-of-2`. */
export async function keepResults(column: Column, part: string, results: ColumnResults): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  await writeFile(`${FOLDER}/${column}-${part}.json`, JSON.stringify(results, null, 1))
}

/** Those of all parts. */
export async function readResults(column: Column): Promise<ColumnResults> {
  const names = await readdir(FOLDER)
  const parts = names.filter(name => name.startsWith(`${column}-`) && name.endsWith('.json'))
  const read = async (name: string) => JSON.parse(await readFile(`${FOLDER}/${name}`, 'utf8')) as ColumnResults
  const all = await Promise.all(parts.map(read))
  return { electron: all[0]?.electron ?? '', results: all.flatMap(({ results }) => results) }
}

/** What came of one attack. Throws where it was not made at all. */
export function resultOf({ results }: ColumnResults, id: string): CaseResult {
  const result = results.find(one => one.id === id)
  if (result === undefined) throw new Error(`${id} was not made`)
  return result
}

/** For who looks into a failure. */
export async function keepWords(column: Column, part: string, said: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  await writeFile(`${FOLDER}/${column}-${part}.log`, said)
}
