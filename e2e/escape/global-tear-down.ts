import { writeFile } from 'node:fs/promises'
import { casesToRun, escapeCases } from './cases/index.ts'
import { notMade } from './cases/not-made.ts'
import { columns, columnsToRun } from './run/columns.ts'
import { readResults } from './run/results.ts'
import { renderMatrix } from './matrix/render-matrix.ts'

const FILE = 'docs/escape-matrix.md'

/** Writes the matrix once every column was made, and prints it. A part of them leaves the one that is there. */
export default async function writeMatrix(): Promise<void> {
  if (columnsToRun().length < columns.length || casesToRun().length < escapeCases.length) return
  const [bare, kiosk, gateway, both] = await Promise.all([
    readResults('bare'),
    readResults('kiosk'),
    readResults('gateway'),
    readResults('both'),
  ])
  const text = renderMatrix({ bare, kiosk, gateway, both }, escapeCases, notMade)
  await writeFile(FILE, text)
  process.stdout.write(`\n${text}`)
}
