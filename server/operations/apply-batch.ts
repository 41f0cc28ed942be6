import type { Verdict } from '#shared/contracts/verdict.ts'
import type { Database } from '../database/open-database.ts'
import { noEffects } from './batch-effects.ts'
import { decideBatch } from './decide-batch.ts'
import type { BatchMoment, Desk } from './decision.ts'
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
  moment: BatchMoment,
): Promise<Verdict[]> {
  return database.transaction().execute(async transaction => {
    const operations = arrived.map(({ operation }) => operation)
    const state = await loadBatchState(transaction, moment.terminalId, operations)
    const desk: Desk = { state, effects: noEffects(), moment }
    const verdicts = decideBatch(arrived, desk)
    await writeBatch(transaction, desk)
    return verdicts
  })
}
