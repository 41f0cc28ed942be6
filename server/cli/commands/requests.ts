import type { Command } from 'commander'
import { z } from 'zod'
import { requestIdSchema } from '#shared/contracts/ids.ts'
import { requestStateSchema } from '#shared/contracts/request.ts'
import { advanceRequest } from '../../requests/advance-request.ts'
import { print, printJson } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const listSchema = z.strictObject({ data: z.string(), json: z.literal(true).optional() })
const advanceSchema = z.strictObject({ data: z.string() })

/** `guichet requests`: what is open, and the next step of one. Stands in for the staff console's queues. */
export function addRequestsCommand(program: Command): void {
  const requests = program.command('requests').description('see open requests and take the next step of one')
  withServerOptions(requests.command('list').description('the open ones, the next due first'))
    .option('--json', 'for a machine to read')
    .action(async (raw: unknown) => {
      const { data, json } = listSchema.parse(raw)
      const rows = await withDatabase(readServerOptions({ data }), database =>
        database
          .selectFrom('requests')
          .leftJoin('page_requests', 'page_requests.request_id', 'requests.id')
          .select(['address', 'code'])
          .select(['id', 'kind', 'state', 'owner', 'received_at as receivedAt', 'due_at as dueAt'])
          .where('state', 'in', ['received', 'in-hand', 'prepared'])
          .orderBy('due_at')
          .orderBy('id')
          .execute(),
      )
      if (json === true) printJson(rows)
      else if (rows.length === 0) print('No request is open.')
      else
        for (const row of rows)
          print(
            `${row.id}  ${row.kind.padEnd(8)} ${row.state.padEnd(9)} due ${row.dueAt.toISOString()}${row.address === null ? '' : `  ${row.code ?? ''}  ${row.address}`}`,
          )
    })
  withServerOptions(
    requests.command('advance').description('take a step: in-hand, prepared, delivered, answered or cancelled'),
  )
    .argument('<request>', 'the request’s id')
    .argument('<step>', 'the step to take')
    .action(async (request: string, step: string, raw: unknown) => {
      const { data } = advanceSchema.parse(raw)
      const id = requestIdSchema.parse(request)
      const to = requestStateSchema.parse(step)
      await withDatabase(readServerOptions({ data }), database => advanceRequest(database, id, to, new Date()))
      print(`${id} is now ${to}.`)
    })
}
