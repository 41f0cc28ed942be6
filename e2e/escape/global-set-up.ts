import { prepareSeededFolder } from '../fixtures/seeded-folder.ts'
import { columnsToRun } from './run/columns.ts'

/** A bare terminal needs no prison. Playwright takes its set-up from a default export. */
export default async function prepare(): Promise<(() => Promise<void>) | undefined> {
  return columnsToRun().every(column => column === 'bare') ? undefined : prepareSeededFolder()
}
