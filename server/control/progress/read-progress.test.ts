import { sql } from 'kysely'
import { v4 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPrison, TEST_NOW } from '../../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { createTestStateKeys } from '../../testing/test-state-keys.ts'
import { ensureState } from '../state/ensure-state.ts'
import { readProgress } from './read-progress.ts'

let own: TestDatabase

beforeAll(async () => {
  own = await createTestDatabase()
})
afterAll(() => own.drop())

test('names of every terminal whether it obeys, was told, is to be told, or cannot be reached, and until when it goes on', async () => {
  const { database } = own
  const [here, there] = [await aPrison(database), await aPrison(database)]
  await ensureState({ database, keys: createTestStateKeys(), clock: () => TEST_NOW })
  const [alive, behind, gone] = [uuid(), uuid(), uuid()]
  await sql`insert into control_servers values (${alive}, now(), 1, 0), (${behind}, now(), 0, 0),
    (${gone}, now() - interval '1 minute', 1, 3)`.execute(database)
  const knownAs = (terminalId: string, serverId: string, obeyedVersion: number) => ({
    terminal_id: terminalId,
    connected_at: TEST_NOW,
    server_id: serverId,
    heard_at: TEST_NOW,
    obeyed_version: obeyedVersion,
    web_lease_until: TEST_NOW,
  })
  const [obeying, slow] = here.terminals
  const [cutOff] = there.terminals
  const [untold] = (await aPrison(database)).terminals
  const rows = [knownAs(obeying.id, gone, 1), knownAs(slow.id, alive, 0), knownAs(cutOff.id, gone, 0)]
  await database
    .insertInto('terminal_states')
    .values([...rows, knownAs(untold.id, behind, 0)])
    .execute()
  await database
    .updateTable('terminals')
    .set({ revoked_at: TEST_NOW })
    .where('id', 'not in', [obeying.id, slow.id, cutOff.id, untold.id])
    .execute()
  const progress = await readProgress(database)
  expect(progress.version).toBe(1)
  expect(progress.counts).toEqual({ terminals: 4, obeyed: 1, sent: 1, issued: 1, unreachable: 1 })
  expect(progress.terminals.map(({ terminalId, status }) => [terminalId, status])).toEqual([
    [cutOff.id, 'unreachable'],
    [untold.id, 'issued'],
    [slow.id, 'sent'],
    [obeying.id, 'obeyed'],
  ])
  expect(progress.terminals[0]).toMatchObject({ name: cutOff.name, isConnected: false, webLeaseUntil: TEST_NOW })
  expect(progress.servers).toHaveLength(2)
  expect(progress.servers).toContainEqual({ id: alive, version: 1, inFlight: 0 })
  expect((await readProgress(database, { version: 0 })).counts.obeyed).toBe(4)
})
