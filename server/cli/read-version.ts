import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const descriptionSchema = z.looseObject({ version: z.string().regex(/^[0-9A-Za-z.+-]{1,80}$/) })

/**
 * The version of the program whose entry lies in `programFolder`, which is `dist/server`: that of the package it was installed
 * with, or of the checkout it was built in. `unknown` where nothing says it: that keeps no command from being run.
 */
export function readVersion(programFolder: string): string {
  try {
    const text = readFileSync(join(programFolder, '..', '..', 'package.json'), 'utf8')
    return descriptionSchema.parse(JSON.parse(text)).version
  } catch {
    return 'unknown'
  }
}
