import type { Command } from 'commander'
import { z } from 'zod'
import { languageSchema } from '#shared/contracts/language.ts'
import { serverUrlSchema } from './server-address.ts'

const HOUR_MS = 3600 * 1000
/** A code that waits longer than a month has been forgotten. */
const MOST_HOURS = 31 * 24

const yes = z.literal(true).optional()

/** What every command has that makes codes. */
export const codeOptions = {
  data: z.string(),
  server: serverUrlSchema.optional(),
  language: languageSchema,
  hours: z.coerce
    .number({ error: 'not a number' })
    .min(0.1)
    .max(MOST_HOURS)
    .transform(hours => hours * HOUR_MS),
  json: yes,
}

/** What those have that make one code. */
export const oneCodeOptions = { ...codeOptions, qr: yes, file: z.string().optional() }

export function withCodeOptions(command: Command): Command {
  return command
    .option('--json', 'for a machine to read')
    .option('--hours <hours>', 'how long a code is good for', '72')
    .option('--server <url>', 'where terminals reach the server; left out, where it listened last')
    .option('--language <language>', 'the language terminals start in: fr, nl, de or en', 'fr')
}
