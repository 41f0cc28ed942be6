import type { Command } from 'commander'
import process from 'node:process'
import { z } from 'zod'
import { reconcile } from '../../canteen/reconcile.ts'
import { print, printJson } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const optionsSchema = z.strictObject({ data: z.string(), json: z.literal(true).optional() })

/** `guichet reconcile`: proves that orders, holds, debits and deliveries agree; exit code 1 when they do not. */
export function addReconcileCommand(program: Command): void {
  withServerOptions(program.command('reconcile').description('prove that the canteen’s orders and the ledger agree'))
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, json } = optionsSchema.parse(raw)
      const differences = await withDatabase(readServerOptions({ data }), reconcile)
      if (json === true) printJson(differences)
      else if (differences.length === 0) print('Orders, holds, debits and deliveries agree.')
      else for (const difference of differences) print(JSON.stringify(difference))
      if (differences.length > 0) process.exitCode = 1
    })
}
