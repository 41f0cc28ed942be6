import type { Command } from 'commander'
import { z } from 'zod'
import { SERVICE_CODE_WINDOW, writeServiceCode } from '#shared/service/service-code.ts'
import { giveServiceCode } from '../../enrolment/give-service-code.ts'
import { findMember } from '../../staff/find-member.ts'
import { print, printJson } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const optionsSchema = z.strictObject({
  data: z.string(),
  as: z.string().trim().min(1).optional(),
  json: z.literal(true).optional(),
})

/** `guichet service-code NAME`: the one-time code that opens a terminal's service screen, with or without a line to it. */
export function addServiceCodeCommand(program: Command): void {
  const command = program
    .command('service-code')
    .description('give the one-time code that opens a terminal’s service screen')
  withServerOptions(command)
    .argument('<name>', 'the terminal’s name, as on its door: A-07')
    .option('--as <name>', 'who asks for it, for the record: a name of guichet staff list')
    .option('--json', 'for a machine to read')
    .action(async (name: string, raw: unknown) => {
      const { data, as, json } = optionsSchema.parse(raw)
      const { code, counter } = await withDatabase(readServerOptions({ data }), async database => {
        const givenBy = as === undefined ? null : await findMember(database, as)
        return giveServiceCode(database, { terminal: name, givenBy }, new Date())
      })
      if (json === true) printJson({ terminal: name, code, counter })
      else sayCode(name, writeServiceCode(code))
    })
}

function sayCode(name: string, code: string): void {
  print(`Service code for terminal ${name}:`)
  print('')
  print(`    ${code}`)
  print('')
  print(
    `Works once, at ${name} alone, and until a newer one was used there. At its sign-in screen hold the clock for five`,
  )
  print('seconds, or press Ctrl+Alt+Shift+S, and type it.')
  print(`After ${SERVICE_CODE_WINDOW} codes that nobody used the terminal knows no newer one: enrol it again then.`)
}
