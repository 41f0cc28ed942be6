import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * Where the browser part keeps its own things: in `dataFolder`, or, where nothing can be written there, in a folder that
 * goes with this run. Then the terminal can at least say in words that it does not work: without a folder the browser part
 * would not start at all.
 */
export function profileFolder(dataFolder: string): string {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
    return dataFolder
  } catch {
    // Why it cannot be used is said when the journal is opened there.
    return mkdtempSync(path.join(tmpdir(), 'guichet-'))
  }
}
