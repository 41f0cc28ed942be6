#!/usr/bin/env node
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isBuilt, ensureBuilt } from './bundle/ensure-built.mjs'
import { printProgress } from './print.mjs'
import { SetUpError } from './setup/set-up-error.mjs'
import { prepare } from './setup/set-up.mjs'

/**
 * The command `guichet`. In a checkout it is built first when that is needed; what is said meanwhile goes to standard
 * error, so that what a machine reads stays clean. It runs as whoever calls it, in the folder they are in.
 */

const project = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const program = path.join(project, 'dist/server/guichet.js')

try {
  if (!isBuilt(project)) {
    await prepare({ checkout: project, program: [], needs: new Set(), place: 'checkout' })
    await ensureBuilt(project)
  }
  if (!existsSync(program)) throw new SetUpError(`There is nothing to run: the build made no ${program}.`)
  await import(pathToFileURL(program).href)
} catch (error) {
  if (!(error instanceof SetUpError)) throw error
  printProgress(error.message)
  process.exitCode = 1
}
