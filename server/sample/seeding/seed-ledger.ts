import type { InmateId } from '#shared/contracts/ids.ts'
import { must } from '#shared/errors/must.ts'
import type { Touched } from '../../changes/touch.ts'
import type { Transaction } from '../../database/open-database.ts'
import type { Movement } from '../../ledger/movement.ts'
import {
  type InmateAccounts,
  openInmateAccounts,
  openPrisonAccount,
  type PrisonPurpose,
} from '../../ledger/open-accounts.ts'
import { postMovements } from '../../ledger/post-movements.ts'
import type { SampleTransaction } from '../history/transaction.ts'
import type { SamplePrison } from '../sample-prison.ts'
import { stableId } from '../stable-id.ts'

/** Where money that is not for goods comes from or goes to. */
const counterparts = {
  opening: 'outside',
  deposit: 'outside',
  wages: 'payroll',
  phone: 'phone',
} as const satisfies Record<Exclude<SampleTransaction['kind'], 'canteen'>, PrisonPurpose>

type PrisonAccounts = ReadonlyMap<PrisonPurpose, string>

/** Months of movements on every account. */
export async function seedLedger(
  transaction: Transaction,
  { inmates, transactions }: SamplePrison,
): Promise<Touched[]> {
  const inmateAccounts = await openInmateAccounts(
    transaction,
    inmates.map(({ id }) => id),
  )
  const prisonAccounts = new Map<PrisonPurpose, string>()
  for (const purpose of ['outside', 'payroll', 'phone', 'canteen'] as const) {
    prisonAccounts.set(purpose, await openPrisonAccount(transaction, purpose))
  }
  const accountsOf = (id: InmateId) => must(inmateAccounts.get(id), 'the accounts of an inmate')
  const movements = transactions.flatMap(each => toMovements(each, accountsOf(each.inmateId), prisonAccounts))
  return postMovements(transaction, movements)
}

function toMovements(each: SampleTransaction, accounts: InmateAccounts, prison: PrisonAccounts): Movement[] {
  const { id, inmateId, requestId, kind, amountCents } = each
  const common = { inmateId, requestId, at: new Date(each.at), amountCents: Math.abs(amountCents) }
  if (kind === 'canteen') {
    const canteen = must(prison.get('canteen'), 'the canteen’s account')
    return [
      { ...common, id, kind: 'order-hold', fromAccountId: accounts.available, toAccountId: accounts.held },
      {
        ...common,
        id: stableId(`debit:${id}`),
        kind: 'order-debit',
        fromAccountId: accounts.held,
        toAccountId: canteen,
      },
    ]
  }
  const other = must(prison.get(counterparts[kind]), 'an account of the prison')
  const isComing = amountCents > 0
  return [
    {
      ...common,
      id,
      kind,
      fromAccountId: isComing ? other : accounts.available,
      toAccountId: isComing ? accounts.available : other,
    },
  ]
}
