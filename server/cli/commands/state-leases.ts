import type { Command } from 'commander'
import { z } from 'zod'
import { nothingOrdered } from '#shared/directive/apply-order.ts'
import { leasesSchema } from '#shared/directive/state-document.ts'
import { readState } from '../../control/state/read-state.ts'
import { readServerOptions } from '../server-options.ts'
import { giveOrder } from '../state/give-order.ts'
import { asOrder } from '../state/order-options.ts'

const seconds = z.string().regex(/^\d+$/).transform(Number)
const givenSchema = z.strictObject({
  data: z.string(),
  as: z.string(),
  json: z.literal(true).optional(),
  web: seconds.pipe(leasesSchema.shape.web).optional(),
  local: seconds.pipe(leasesSchema.shape.local).optional(),
})

/** `guichet state leases`: how long terminals go on without word from the prison. */
export function addLeases(state: Command): void {
  asOrder(state.command('leases').description('how long terminals may go on without word from the prison'))
    .option('--web <seconds>', 'until the web closes; 900 where nobody said otherwise')
    .option('--local <seconds>', 'until what lies on the terminal closes; 259200')
    .action(async (raw: unknown) => {
      const { data, web, local, ...by } = givenSchema.parse(raw)
      await giveOrder(readServerOptions({ data }), by, async database => {
        const { leases } = (await readState(database))?.document ?? nothingOrdered
        return { kind: 'leases', leases: { web: web ?? leases.web, local: local ?? leases.local } }
      })
    })
}
