import { afterAll, beforeAll, expect, test } from 'vitest'
import { addRefusals } from '../../gateway/refusals/refusal-store.ts'
import { aPrison, type TestPrison } from '../../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { runCommand } from '../testing/run-command.ts'
import { addWebCommand } from './web.ts'

let own: TestDatabase
let prison: TestPrison

beforeAll(async () => {
  own = await createTestDatabase()
  prison = await aPrison(own.database)
  const [terminal] = prison.terminals
  const [inmate_id] = prison.inmateIds
  const place = { host: 'good.test', path: '/contact', method: 'GET', type: 'mainFrame', reason: 'path-not-listed' }
  await addRefusals(own.database, [{ ...place, day: '2026-03-02', terminalId: terminal.id, gate: 'kiosk', count: 3 }])
  const spent = { day: '2026-03-02', query_characters: 40, path_characters: 7 }
  await own.database
    .insertInto('web_budgets')
    .values({ inmate_id, site_id: 'good', ...spent })
    .execute()
  const written = { site_id: 'good', rule_id: 'message', method: 'POST', host: 'good.test', path: '/message' }
  const fields = JSON.stringify([{ name: 'q', value: 'dear \u001b[31m council' }])
  const at = new Date('2026-03-02T10:00:00Z')
  await own.database
    .insertInto('web_reviews')
    .values({ at, terminal_id: terminal.id, inmate_id, ...written, fields })
    .execute()
})
afterAll(() => own.drop())

const run = (...words: readonly string[]) => runCommand(own.connection, addWebCommand, ['web', ...words])

test('refusals are listed, for people and for machines', async () => {
  expect(await run('refusals', '--since', '2026-03-01')).toContain(
    '3  path-not-listed        GET mainFrame  good.test/contact',
  )
  expect(JSON.parse(await run('refusals', '--since', '2026-03-01', '--json'))).toMatchObject([
    { count: 3, terminals: 1 },
  ])
  expect(await run('refusals', '--since', '2026-03-03')).toBe('')
})

test('budgets are listed beside their limits', async () => {
  expect(await run('budgets', '--day', '2026-03-02')).toContain('good  40 of 8000 typed, 7 of 100000 in addresses')
  expect(await run('budgets', '--day', '2026-03-02', '--inmate', prison.inmateIds[1])).toBe('')
})

test('what was written is shown so that it cannot speak to the reviewer’s screen', async () => {
  const shown = await run('review', '--since', '2026-03-02')
  expect(shown).toContain(String.raw`"q": "dear \u001b[31m council"`)
  expect(shown).not.toContain('\u001b')
})

test('a day that is none is refused', async () => {
  await expect(run('refusals', '--since', 'yesterday')).rejects.toThrow(/since/)
})
