import type { Verdict } from '#shared/contracts/verdict.ts'
import type { Database } from '../database/open-database.ts'
import { noEffects } from './batch-effects.ts'
import { decideBatch } from './decide-batch.ts'
import type { Desk, House } from './decision.ts'
import type { ArrivedOperation } from './incoming.ts'
import { loadBatchState } from './load/load-batch-state.ts'
import { writeBatch } from './write-batch.ts'

/**
 * Reads, decides and writes operations in one transaction: all of them have their verdict and their effect
 * on the disk when this answers, or none has.
 */
export function applyBatch(
  database: Database,
  arrived: readonly ArrivedOperation[],
  house: House,
): Promise<readonly Verdict[]> {
  return database.transaction().execute(async transaction => {
    const desk: Desk = { state: await loadBatchState(transaction, arrived), effects: noEffects(), house }
    const verdicts = decideBatch(arrived, desk)
    await writeBatch(transaction, desk)
    return verdicts
  })
}
