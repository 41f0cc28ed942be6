import { buildStampSchema, type BuildStamp } from '#shared/contracts/build-stamp.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The stamp of a packaged kiosk, `undefined` for one that runs from a checkout. */
export function readBuildStamp(programFolder: string, isPackaged: boolean): BuildStamp | undefined {
  if (!isPackaged) return undefined
  return buildStampSchema.parse(JSON.parse(readFileSync(path.join(programFolder, 'build.json'), 'utf8')))
}
