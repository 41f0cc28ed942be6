import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { lastAudit } from '../../audit/list-audit.ts'
import { enrolTerminal } from '../../enrolment/enrol-terminal.ts'
import { aPrison, TEST_NOW } from '../../testing/a-prison.ts'
import { aWarden } from '../../testing/a-warden.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { runCommand } from '../testing/run-command.ts'
import { addServiceCodeCommand } from './service-code.ts'

let own: TestDatabase
let name: string

beforeAll(async () => {
  own = await createTestDatabase()
})
afterAll(() => own.drop())
beforeEach(async () => {
  const prison = await aPrison(own.database)
  name = prison.terminals[0].name
  await enrolTerminal(own.database, name, 'A'.repeat(43), TEST_NOW)
})

const run = (...words: readonly string[]) =>
  runCommand(own.connection, addServiceCodeCommand, ['service-code', name, ...words])

test('the code is said in two halves, with what to do with it', async () => {
  const said = await run()
  expect(said).toMatch(/^ {4}[0-9]{4} [0-9]{4}$/m)
  expect(said).toContain('Ctrl+Alt+Shift+S')
})

test('for a machine to read it is eight digits', async () => {
  const given = z
    .strictObject({ terminal: z.string(), code: z.string().regex(/^[0-9]{8}$/), counter: z.int() })
    .parse(JSON.parse(await run('--json')))
  expect(given).toMatchObject({ terminal: name, counter: 1 })
})

test('who asked is on record', async () => {
  const warden = await aWarden(own.database)
  await run('--as', warden.name)
  expect((await lastAudit(own.database, 1))[0]).toMatchObject({ actor: `staff:${warden.id}`, subject: { name } })
  await expect(run('--as', 'Nobody')).rejects.toMatchObject({ code: 'STAFF_UNKNOWN' })
})
