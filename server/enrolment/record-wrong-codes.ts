import type { FastifyInstance } from 'fastify'
import { appendAudit } from '../audit/append-audit.ts'
import type { Database } from '../database/open-database.ts'
import { countWrongCodes, type CountWrongCodes, type WrongCodes } from './count-wrong-codes.ts'

/** Counts wrong codes for as long as `app` is open, and puts one record of each minute in which there were any into the chain. */
export function watchWrongCodes(app: FastifyInstance, database: Database, clock: () => Date): CountWrongCodes['note'] {
  const counting = countWrongCodes({
    clock,
    later: (work, delayMs) => {
      const timer = setTimeout(work, delayMs).unref()
      return () => clearTimeout(timer)
    },
    report: wrong =>
      recordWrongCodes(database, wrong, clock()).catch((error: unknown) => {
        app.log.error({ error }, 'wrong enrolment codes could not be recorded')
      }),
  })
  app.addHook('preClose', counting.close)
  return counting.note
}

async function recordWrongCodes(database: Database, { since, count, addresses }: WrongCodes, at: Date): Promise<void> {
  const subject = { since: since.toISOString(), count, addresses }
  await database
    .transaction()
    .execute(transaction =>
      appendAudit(transaction, { at, actor: 'server', action: 'enrolment-codes-refused', subject }),
    )
}
