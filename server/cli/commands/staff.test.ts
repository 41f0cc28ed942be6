import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { createTestStaff, type TestStaff } from '../../staff/testing/test-staff.ts'
import { runCommand } from '../testing/run-command.ts'
import { addStaffCommand } from './staff.ts'

let own: TestDatabase
let staff: TestStaff

beforeAll(async () => {
  own = await createTestDatabase()
  staff = createTestStaff(own.database)
  staff.now = new Date()
})
afterAll(async () => {
  await staff.close()
  await own.drop()
})

const run = (...words: readonly string[]) => runCommand(own.connection, addStaffCommand, ['staff', ...words])
const page = 'https://control.prison.example:7444'

test('an invitation is a link to the page, for a new warden', async () => {
  const said = await run('invite', 'Ben', '--page', `${page}/control/`)
  expect(said).toMatch(/^https:\/\/control\.prison\.example:7444\/control\/#join=[\w-]{43}\n/)
  expect(said).toContain('becomes a warden: give it to nobody else')
  expect(await run('list')).toContain('Ben  invited, until')
  // Nobody has opened it: another one is for somebody new still.
  expect(await run('invite', 'Ben')).toContain('becomes a warden')
})

test('an invitation by a name that is known says that it adds a passkey, and how to take a lost one away', async () => {
  await staff.join('Anna')
  const said = await run('invite', 'Anna')
  expect(said).toContain('adds a passkey to those of Anna, who is a warden already and whose other passkeys stay good')
  expect(said).toContain('guichet staff remove "Anna"')
  expect(await run('list')).toContain('Anna  warden')
})

test('an invitation of somebody who was removed says that they come back', async () => {
  await staff.join('Carla')
  expect(await run('remove', 'Carla')).toContain('Carla is out.')
  expect(await run('list')).not.toContain('Carla  warden')
  expect(await run('invite', 'Carla')).toContain('becomes Carla again, who was removed and has no passkey left')
})

test('nobody of that name is removed', async () => {
  await expect(run('remove', 'Nobody')).rejects.toMatchObject({ code: 'STAFF_UNKNOWN' })
})
