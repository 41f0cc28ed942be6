import { createHash } from 'node:crypto'
import type { InmateId } from '#shared/contracts/ids.ts'
import { must } from '#shared/errors/must.ts'
import type { Touched } from '../../changes/touch.ts'
import type { Transaction } from '../../database/open-database.ts'
import { pinVerifier } from '../../keys/pin-verifier.ts'
import type { SampleInmate } from '../people/inmates.ts'
import type { SamplePrison } from '../sample-prison.ts'

const MOVED_IN = new Date('2026-01-05T09:00:00Z')

/** Verifiers of the sample's PINs. Salted from the number, because the sample is always the same; a real one is salted by chance. */
export async function hashSamplePins(inmates: readonly SampleInmate[]): Promise<ReadonlyMap<InmateId, string>> {
  const verifiers = new Map<InmateId, string>()
  for (const { id, number, pin } of inmates) {
    const salt = createHash('sha256').update(`sample salt:${number}`).digest().subarray(0, 16)
    verifiers.set(id, await pinVerifier(pin, salt))
  }
  return verifiers
}

/** The prison, its cells, who lives in them, and a terminal not yet enrolled in each. */
export async function seedPeople(
  transaction: Transaction,
  sample: SamplePrison,
  verifiers: ReadonlyMap<InmateId, string>,
): Promise<Touched[]> {
  const { prison, inmates, cells } = sample
  const names = new Map(cells.map(({ id, name }) => [id, name]))
  const nameOf = (cellId: string) => must(names.get(cellId), 'the name of a cell')
  await seedPlaces(transaction, sample, nameOf)
  await seedInmates(transaction, inmates, verifiers)
  const stays = inmates.map(({ id, cellId }) => ({
    inmate_id: id,
    cell_id: nameOf(cellId),
    since: MOVED_IN,
    until: null,
  }))
  await transaction.insertInto('cell_stays').values(stays).execute()
  const people = inmates.map(({ id }): Touched => ({ entity: 'person', key: id, scope: `inmate:${id}` }))
  return [{ entity: 'prison', key: prison.id, scope: 'prison' }, ...people]
}

async function seedPlaces(
  transaction: Transaction,
  { prison, wings, cells, terminals }: SamplePrison,
  nameOf: (cellId: string) => string,
): Promise<void> {
  const { id, names, timeZone } = prison
  await transaction.insertInto('prison').values({ id, names, time_zone: timeZone }).execute()
  await transaction
    .insertInto('wings')
    .values([...wings])
    .execute()
  const cellRows = cells.map(({ name, wingId, capacity }) => ({ id: name, wing_id: wingId, capacity }))
  await transaction.insertInto('cells').values(cellRows).execute()
  const notEnrolled = { public_key: null, enrolled_at: null, revoked_at: null }
  const terminalRows = terminals.map(terminal => ({
    ...notEnrolled,
    id: terminal.id,
    name: terminal.name,
    cell_id: nameOf(terminal.cellId),
  }))
  await transaction.insertInto('terminals').values(terminalRows).execute()
}

async function seedInmates(
  transaction: Transaction,
  inmates: readonly SampleInmate[],
  verifiers: ReadonlyMap<InmateId, string>,
): Promise<void> {
  const rows = inmates.map(({ id, number, givenName, familyName, language }) => ({
    id,
    number,
    given_name: givenName,
    family_name: familyName,
    language,
    pin_verifier: must(verifiers.get(id), 'the verifier of a PIN'),
  }))
  await transaction.insertInto('inmates').values(rows).execute()
}
