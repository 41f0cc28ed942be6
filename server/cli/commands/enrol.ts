import type { Command } from 'commander'
import { resolve } from 'node:path'
import { z } from 'zod'
import { withdrawCodeOf } from '../../enrolment/withdraw-codes.ts'
import { oneCodeOptions, withCodeOptions } from '../enrolment/code-options.ts'
import { openDesk } from '../enrolment/enrolment-desk.ts'
import { enrolBlock } from '../enrolment/enrol-block.ts'
import { enrolOne } from '../enrolment/enrol-one.ts'
import { print } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'
import { writeKioskFolder } from '../write-kiosk-folder.ts'

const optionsSchema = z.strictObject({
  ...oneCodeOptions,
  cell: z.string().trim().min(1).optional(),
  csv: z.string().optional(),
  sheet: z.string().optional(),
  files: z.string().optional(),
  create: z.literal(true).optional(),
  withdraw: z.string().trim().min(1).optional(),
  folder: z.string().optional(),
})
type Options = z.output<typeof optionsSchema>

/** `guichet enrol`: one-time codes by which new terminals come in, one by one or for a whole block. */
export function addEnrolCommand(program: Command): void {
  const command = program.command('enrol').description('make one-time codes by which new terminals come in')
  withCodeOptions(withServerOptions(command))
    .option('--cell <name>', 'one code, for the terminal of this name: A-12')
    .option('--qr', 'with --cell: show the QR code here too')
    .option('--file <file>', 'with --cell: write an enrolment file, for a stick')
    .option('--csv <file>', 'a code for every line of a list with the columns wing,cell and perhaps terminal')
    .option('--sheet <file>', 'with --csv: where to write the sheet to print, HTML')
    .option('--files <folder>', 'with --csv: an enrolment file for each terminal too')
    .option('--create', 'with --csv: make the wings, cells and terminals that are not there yet')
    .option('--withdraw <name>', 'make the code that waits for this terminal worth nothing')
    .option(
      '--folder <folder>',
      'with --cell, for development: no code, but all a kiosk starts from, with a key made here',
    )
    .action(async (raw: unknown) => {
      await act(command, optionsSchema.parse(raw))
    })
}

async function act(command: Command, options: Options): Promise<void> {
  const { cell, csv, withdraw, folder } = options
  if ([cell, csv, withdraw].filter(one => one !== undefined).length !== 1) {
    command.error('error: say one of --cell NAME, --csv FILE or --withdraw NAME')
  }
  if (withdraw !== undefined) return withdrawCode(options, withdraw)
  if (csv !== undefined) return makeBlock(command, options, csv)
  const name = cell ?? ''
  return folder === undefined ? makeOne(options, name) : makeFolder(options, name, folder)
}

async function makeOne(
  { data, server, hours: lifeMs, language, qr, json, file }: Options,
  name: string,
): Promise<void> {
  const options = readServerOptions({ data })
  const desk = await openDesk(options.dataFolder, server)
  const wish = { terminal: name, language, lifeMs, qr, json, file }
  await withDatabase(options, database => enrolOne(database, desk, wish))
}

async function makeBlock(command: Command, options: Options, csv: string): Promise<void> {
  const { sheet, files, create, json, language, hours: lifeMs } = options
  if (sheet === undefined) return command.error('error: say with --sheet FILE where the sheet goes')
  const server = readServerOptions(options)
  const desk = await openDesk(server.dataFolder, options.server)
  const wish = { csv, sheet, files, create, json, language, lifeMs }
  await withDatabase(server, database => enrolBlock(database, desk, wish))
}

async function makeFolder({ data, server, language }: Options, name: string, folder: string): Promise<void> {
  const options = readServerOptions({ data })
  const { trust, serverUrl } = await openDesk(options.dataFolder, server)
  const wish = { name, folder: resolve(folder), serverUrl, language }
  const path = await withDatabase(options, database => writeKioskFolder(database, trust, wish))
  print(`Terminal ${name} is enrolled with a key that was made here. It starts from ${path}`)
}

async function withdrawCode({ data }: Options, name: string): Promise<void> {
  const isWithdrawn = await withDatabase(readServerOptions({ data }), database =>
    withdrawCodeOf(database, name, new Date()),
  )
  print(isWithdrawn ? `The code of ${name} is worth nothing any more.` : `No code waits for ${name}.`)
}
