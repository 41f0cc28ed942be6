import type { Command } from 'commander'
import { z } from 'zod'
import type { Database } from '../../database/open-database.ts'
import { createSignReceipt } from '../../receipts/sign-receipt.ts'
import { type SeedCounts, seedSamplePrison } from '../../sample/seed-sample-prison.ts'
import { print } from '../print.ts'
import { loadServerKeys } from '../server-keys.ts'
import { readServerOptions, type ServerOptions, withServerOptions } from '../server-options.ts'
import { withNewDatabase } from '../with-database.ts'

const optionsSchema = z.strictObject({ data: z.string() })

/** Seeds with receipts of the server's own key, as if it had been there all along. */
export async function seedFor({ dataFolder }: ServerOptions, database: Database): Promise<SeedCounts | undefined> {
  const { receiptKey } = await loadServerKeys(dataFolder, 'localhost')
  const signReceipt = createSignReceipt({ receiptKeyId: receiptKey.keyId, receiptPrivateKey: receiptKey.privateKey })
  return seedSamplePrison(database, { now: new Date(), signReceipt })
}

/** `guichet seed`: fills an empty database with the invented prison of Valmont, always the same. */
export function addSeedCommand(program: Command): void {
  withServerOptions(
    program.command('seed').description('fill an empty database with the invented sample prison'),
  ).action(async (raw: unknown) => {
    const { data } = optionsSchema.parse(raw)
    const options = readServerOptions({ data })
    const counts = await withNewDatabase(options, database => seedFor(options, database))
    if (counts === undefined) print('This database holds a prison already. Nothing was changed.')
    else
      print(
        `The invented prison of Valmont is there: ${counts.inmates} inmates, ${counts.cells} cells, ${counts.products} products.`,
      )
  })
}
