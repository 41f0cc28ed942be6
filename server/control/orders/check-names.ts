import type { Scope, Target } from '#shared/directive/closing.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { parseWebPolicy } from '#shared/policy/web-policy.ts'
import type { Transaction } from '../../database/open-database.ts'

/** Refuses an order about something there is not, `ORDER_UNKNOWN`: who mistypes a wing believes that it is closed. */
export async function checkNames(transaction: Transaction, intent: OrderIntent): Promise<void> {
  if (intent.kind !== 'close') return
  await checkScope(transaction, intent.scope)
  await checkTarget(transaction, intent.target)
}

async function checkScope(transaction: Transaction, scope: Scope): Promise<void> {
  if (scope.kind === 'everyone') return
  const { table, id } = placeOf(scope)
  const row = await transaction.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  assertThere(row, `There is no such ${scope.kind}.`)
}

function placeOf(scope: Exclude<Scope, { kind: 'everyone' }>) {
  if (scope.kind === 'wing') return { table: 'wings', id: scope.wingId } as const
  if (scope.kind === 'terminal') return { table: 'terminals', id: scope.terminalId } as const
  return { table: 'inmates', id: scope.inmateId } as const
}

async function checkTarget(transaction: Transaction, target: Target): Promise<void> {
  if (target.kind === 'service') return
  const row = await transaction.selectFrom('web_policy').select('text').executeTakeFirst()
  const reading = row === undefined ? undefined : parseWebPolicy(row.text)
  const site = reading?.ok === true ? reading.policy.sites.find(({ id }) => id === target.siteId) : undefined
  assertThere(site, 'The published web policy has no such site.')
  if (target.kind === 'site') return
  assertThere(
    site?.rules.find(({ id }) => id === target.ruleId),
    'That site has no such rule.',
  )
}

function assertThere(found: unknown, words: string): void {
  if (found === undefined) throw new GuichetError('ORDER_UNKNOWN', words)
}
