import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Column } from './columns.ts'
import type { CaseResult } from './case-result.ts'

/** What came of each attack, by the case's id. */
export type ColumnResults = ReadonlyMap<string, CaseResult>

const fileOf = (column: Column) => `.guichet/escape/${column}.json`

export async function keepResults(column: Column, results: readonly CaseResult[]): Promise<void> {
  await mkdir(dirname(fileOf(column)), { recursive: true })
  await writeFile(fileOf(column), JSON.stringify(results, null, 1))
}

export async function keepWords(column: Column, said: string): Promise<void> {
  await mkdir(dirname(fileOf(column)), { recursive: true })
  await writeFile(`.guichet/escape/${column}.log`, said)
}

export async function readResults(column: Column): Promise<ColumnResults> {
  const results = JSON.parse(await readFile(fileOf(column), 'utf8')) as CaseResult[]
  return new Map(results.map(result => [result.id, result]))
}
