import type { Command } from 'commander'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { readState } from '../../control/state/read-state.ts'
import type { Database } from '../../database/open-database.ts'
import { readPrison } from '../../database/read-prison.ts'
import { loadReceiptKey } from '../../keys/receipt-key.ts'
import { readSealingKeyFile } from '../../keys/sealing-key-file.ts'
import { createFindHouse } from '../../operations/find-house.ts'
import { createPushService, type PushService } from '../../operations/push-service.ts'
import { createSignReceipt } from '../../receipts/sign-receipt.ts'
import { recoverJournal } from '../../recovery/recover-journal.ts'
import { findMember } from '../../staff/find-member.ts'
import { reportWords } from '../journal/journal-words.ts'
import { complain, print, printJson } from '../print.ts'
import { readServerOptions, type ServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const optionsSchema = z.strictObject({
  data: z.string(),
  key: z.string(),
  as: z.string().trim().min(1).optional(),
  terminal: z.string().trim().min(1).optional(),
  check: z.literal(true).optional(),
  json: z.literal(true).optional(),
})
type Options = z.output<typeof optionsSchema>

/** `guichet journal`: what a broken terminal had recorded and not sent. */
export function addJournalCommand(program: Command): void {
  const journal = program.command('journal').description('what a broken terminal had recorded')
  const recover = journal
    .command('recover')
    .description('give the prison what the disk of an old terminal still had to send, each request once')
  withServerOptions(recover)
    .argument('<disk>', 'where the old terminal’s disk is mounted, or a copy of its data folder')
    .requiredOption('--key <file>', 'the prison’s recovery key, from the safe')
    .option('--as <name>', 'who does it: a name of guichet staff list. Not needed with --check')
    .option('--terminal <name>', 'whose disk it is, as on the door: where no kiosk.json that can be read lies on it')
    .option('--check', 'only say what is there; change nothing')
    .option('--json', 'for a machine to read')
    .action(async (disk: string, raw: unknown) => {
      const options = optionsSchema.parse(raw)
      if (options.check === undefined && options.as === undefined) {
        recover.error('error: say who does it with --as NAME, or only look with --check')
      }
      await act(resolve(disk), options)
    })
}

async function act(disk: string, { data, key: keyFile, as, terminal, check, json }: Options): Promise<void> {
  const options = readServerOptions({ data })
  const key = await readSealingKeyFile(resolve(keyFile))
  await withDatabase(options, async database => {
    const ports = { database, clock: () => new Date() }
    const wish = { disk, key, terminalName: terminal }
    const staffId = check === true || as === undefined ? undefined : (await findMember(database, as)).id
    const sending =
      staffId === undefined
        ? undefined
        : { staffId, pushService: await openPushService(database, options), isReceiving: () => isReceiving(database) }
    const report = await recoverJournal(ports, wish, sending)
    if (json === true) printJson(report)
    else for (const line of reportWords(report, (await readPrison(database)).timeZone)) print(line)
    // Something is left that has to be done again.
    if (report.operations.some(({ verdict }) => verdict?.status === 'deferred')) process.exitCode = 1
  })
}

/** As the server's own door: pushes wait for the end of a maintenance. */
async function isReceiving(database: Database): Promise<boolean> {
  return (await readState(database))?.document.maintenance?.phase !== 'begun'
}

/** The one the server itself has, with the key it signs receipts with. */
async function openPushService(database: Database, { dataFolder }: ServerOptions): Promise<PushService> {
  const folder = join(dataFolder, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { keyId: receiptKeyId, privateKey: receiptPrivateKey } = await loadReceiptKey(folder)
  return createPushService({
    database,
    findHouse: createFindHouse(database),
    signReceipt: createSignReceipt({ receiptKeyId, receiptPrivateKey }),
    clock: () => new Date(),
    report: operationId => {
      complain(`${operationId} could not be decided.`)
    },
  })
}
