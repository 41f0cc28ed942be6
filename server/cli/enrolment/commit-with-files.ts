import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Database, Transaction } from '../../database/open-database.ts'
import { type StagedFile, stageFile } from '../../keys/write-file-durably.ts'

export type Stage = (path: string, content: string) => Promise<void>

/**
 * Runs a transaction that goes with files, and puts those in their places once it counts.
 *
 *  - Every file is on the disk before it counts: where one cannot be written, nothing was done.
 *  - Until it counts each place has what it had before. Where it comes to nothing, it keeps that.
 *  - `DATA_FOLDER_UNUSABLE`: it counts, but a file could not be put in its place. It is kept, and said where.
 */
export async function commitWithFiles<Made>(
  database: Database,
  work: (transaction: Transaction, stage: Stage) => Promise<Made>,
): Promise<Made> {
  const staged: StagedFile[] = []
  const stage: Stage = async (path, content) => {
    staged.push(await stageFile(path, content))
  }
  try {
    const made = await database.transaction().execute(transaction => work(transaction, stage))
    await putAll(staged.splice(0))
    return made
  } finally {
    await Promise.all(staged.map(one => one.drop()))
  }
}

async function putAll(staged: readonly StagedFile[]): Promise<void> {
  const left: { readonly stagedAs: string; readonly cause: unknown }[] = []
  for (const { put, stagedAs } of staged) {
    await put().catch((cause: unknown) => left.push({ stagedAs, cause }))
  }
  const [first] = left
  if (first === undefined) return
  const message = `It is done and counts, but ${left.length} of its files are not in their places. The first lies in ${first.stagedAs}.`
  throw new GuichetError('DATA_FOLDER_UNUSABLE', message, { cause: first.cause })
}
