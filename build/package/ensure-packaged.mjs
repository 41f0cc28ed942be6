import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt, sourceState } from '../bundle/ensure-built.mjs'
import { makeInstallation } from './make-packages.mjs'

const work = '.guichet/package'
const madeFrom = path.join(work, 'kiosk', 'made-from')

/** Makes the kiosk's installation when a source has changed since the last one: what is tried and measured packaged. */
export async function ensurePackaged() {
  await ensureBuilt(process.cwd())
  const state = sourceState(process.cwd())
  if (existsSync(madeFrom) && readFileSync(madeFrom, 'utf8') === state) return
  await makeInstallation(work)
  writeFileSync(madeFrom, state)
}
