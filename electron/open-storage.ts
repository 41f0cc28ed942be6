import type { KioskConfiguration } from '#shared/contracts/configuration.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type BudgetFile, budgetFileSchema } from './budgets/budget-file.ts'
import { leaseFileSchema, type LeaseFile } from './control/lease-file.ts'
import { stateFileSchema, type StateFile } from './control/state-file.ts'
import { createJsonFile, type JsonFile } from './files/json-file.ts'
import { openJournal } from './journal/journal.ts'
import { loadStorageKey } from './journal/storage-key.ts'
import type { Log } from './log/log.ts'
import { createKeptJournal, type KeptJournal } from './operations/kept-journal.ts'
import { rosterFileSchema, type RosterFile } from './session/roster-store.ts'
import { serviceFileSchema, type ServiceFile } from './service/service-file.ts'
import { signInDelaySchema, type SignInDelay } from './session/sign-in-delay.ts'
import { policyFileSchema, type PolicyFile } from './web-policy/policy-store.ts'

const mirrorFileSchema = z.strictObject({ version: z.literal(1), complete: z.boolean() })

/** A file with what it held when the kiosk started, if that could be used. */
export interface Kept<Value> {
  readonly file: JsonFile<Value>
  readonly value: Value | undefined
  /** There was something that could not be used. It was set aside. */
  readonly wasBroken: boolean
}

/** Everything of the main process that lies on the disk. */
export interface Storage {
  readonly journal: KeptJournal
  readonly roster: Kept<RosterFile>
  readonly policy: Kept<PolicyFile>
  readonly delay: Kept<SignInDelay>
  readonly budgets: Kept<BudgetFile>
  readonly state: Kept<StateFile>
  readonly lease: Kept<LeaseFile>
  /** The same twice: what was used stays used, whichever is put back or lost. */
  readonly service: readonly Kept<ServiceFile>[]
  readonly mirror: Kept<z.output<typeof mirrorFileSchema>>
}

/**
 * Opens the data folder. Throws `JOURNAL_UNAVAILABLE`, `JOURNAL_IN_USE` or `DATA_FOLDER_UNUSABLE`: without a journal a
 * terminal may not say that anything is recorded, so it says that it is not set up instead.
 *
 * A file that does not parse is set aside and counts as missing: all of them but the journal can be had from the server. That
 * what was ordered is missing is remembered, see `control/`.
 */
export async function openStorage(
  folder: string,
  { recovery, prison }: Pick<KioskConfiguration, 'recovery' | 'prison'>,
  log: Log,
): Promise<Storage> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new GuichetError('DATA_FOLDER_UNUSABLE', 'the data folder cannot be made', { cause })
  })
  const read = async <Schema extends z.ZodType>(name: string, schema: Schema): Promise<Kept<z.output<Schema>>> => {
    const file = createJsonFile(path.join(folder, name), schema)
    const reading = await file.read()
    if (reading.status === 'broken') log.error('files', new GuichetError('BODY_INVALID', `${name} was set aside`))
    return {
      file,
      value: reading.status === 'found' ? reading.value : undefined,
      wasBroken: reading.status === 'broken',
    }
  }
  // Before the first journal is made: what is written under it must never outlive it.
  const keys = { storageKey: await loadStorageKey(folder), recoveryKey: recovery, prisonId: prison.id }
  const open = () => openJournal({ folder: path.join(folder, 'journal'), keys, now: () => new Date() })
  const [journal, roster, policy, delay, budgets, state, lease, mirror, ...service] = await Promise.all([
    open(),
    read('roster.json', rosterFileSchema),
    read('web-policy.json', policyFileSchema),
    read('sign-in-delay.json', signInDelaySchema),
    read('web-budgets.json', budgetFileSchema),
    read('state.json', stateFileSchema),
    read('lease.json', leaseFileSchema),
    read('mirror.json', mirrorFileSchema),
    read('service.json', serviceFileSchema),
    read('service-copy.json', serviceFileSchema),
  ])
  return { journal: createKeptJournal(journal, open), roster, policy, delay, budgets, state, lease, mirror, service }
}
