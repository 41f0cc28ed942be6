import { sql } from 'kysely'
import type { InmateId, RequestId } from '#shared/contracts/ids.ts'
import type { RequestKind, RequestState } from '#shared/contracts/request.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { touch, type Touched } from '../changes/touch.ts'
import type { Database, Transaction } from '../database/open-database.ts'
import { evaluateStep } from './evaluate-step.ts'
import { settleOrder } from './settle-order.ts'

interface LockedRequest {
  readonly id: RequestId
  readonly inmateId: InmateId
  readonly kind: RequestKind
  readonly state: RequestState
}

/**
 * Takes the next step of a request, with what it means for money and goods, in one transaction.
 *
 *  - Throws `REQUEST_UNKNOWN`, or `REQUEST_STATE_REFUSED` where `to` is not a next step.
 *  - Two people taking a step at once: one succeeds, the other is refused.
 */
export async function advanceRequest(database: Database, id: RequestId, to: RequestState, at: Date): Promise<void> {
  await database.transaction().execute(async transaction => {
    const request = await lockRequest(transaction, id)
    const decision = evaluateStep(request.kind, request.state, to)
    if (decision.effect === 'deny') {
      throw new GuichetError(
        'REQUEST_STATE_REFUSED',
        `a ${request.kind} request that is ${request.state} cannot be ${to}`,
      )
    }
    await writeStep(transaction, id, to, at)
    const touched: Touched[] = [{ entity: 'request', key: id, scope: `inmate:${request.inmateId}` }]
    await touch(transaction, [...touched, ...(await settleOrder(transaction, request, decision.settlement, at))])
  })
}

/** Locks the person first, then the request: the order every transaction keeps. */
async function lockRequest(transaction: Transaction, id: RequestId): Promise<LockedRequest> {
  await sql`
    select from inmates where id = (select inmate_id from requests where id = ${id}) for no key update
  `.execute(transaction)
  const request = await transaction
    .selectFrom('requests')
    .select(['id', 'inmate_id as inmateId', 'kind', 'state'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (request === undefined) throw new GuichetError('REQUEST_UNKNOWN', 'no such request')
  return request
}

async function writeStep(transaction: Transaction, id: RequestId, step: RequestState, at: Date): Promise<void> {
  await transaction.updateTable('requests').set({ state: step }).where('id', '=', id).execute()
  await sql`
    insert into request_events (request_id, position, at, step)
    select ${id}::uuid, coalesce(max(position) + 1, 0), ${at}::timestamptz, ${step}
    from request_events where request_id = ${id}
  `.execute(transaction)
}
