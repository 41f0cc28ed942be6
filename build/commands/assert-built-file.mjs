import { existsSync } from 'node:fs'
import { SetUpError } from '../setup/set-up-error.mjs'

/** @param {string} file */
export function assertBuiltFile(file) {
  if (existsSync(file)) return file
  throw new SetUpError(`There is nothing to run: the build made no ${file}.`)
}
