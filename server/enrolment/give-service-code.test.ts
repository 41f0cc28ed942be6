import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createCodeAt } from '#shared/service/hotp.ts'
import { lastAudit } from '../audit/list-audit.ts'
import { enrolTerminal } from './enrol-terminal.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { giveServiceCode } from './give-service-code.ts'
import { readServiceSecret } from './service-secret.ts'

let own: TestDatabase
let prison: TestPrison
let name: string

beforeAll(async () => {
  own = await createTestDatabase()
})
afterAll(() => own.drop())
beforeEach(async () => {
  prison = await aPrison(own.database)
  name = prison.terminals[0].name
})

const enrol = () => enrolTerminal(own.database, name, 'A'.repeat(43), TEST_NOW)
const give = (terminal = name) => giveServiceCode(own.database, { terminal, givenBy: null }, TEST_NOW)
const secretOf = () =>
  own.database.transaction().execute(transaction => readServiceSecret(transaction, prison.terminals[0].id))

test('each code is the next of its terminal, and who asked is on record without it', async () => {
  const terminalId = await enrol()
  const codeAt = createCodeAt(await secretOf())
  expect([await give(), await give()]).toEqual([
    { code: codeAt(1), counter: 1 },
    { code: codeAt(2), counter: 2 },
  ])
  const [record] = await lastAudit(own.database, 1)
  expect(record).toMatchObject({
    actor: 'server',
    action: 'service-code-given',
    subject: { terminalId, name, counter: 2, via: 'command line' },
  })
  expect(JSON.stringify(record)).not.toContain(codeAt(2))
})

test('whoever asks at the same time gets another one', async () => {
  await enrol()
  const given = await Promise.all(Array.from({ length: 6 }, () => give()))
  expect(given.map(({ counter }) => counter).toSorted((left, right) => left - right)).toEqual([1, 2, 3, 4, 5, 6])
  expect(new Set(given.map(({ code }) => code)).size).toBe(6)
})

test('another enrolment makes another secret and begins anew', async () => {
  await enrol()
  const before = await secretOf()
  await give()
  await enrol()
  expect(await secretOf()).not.toBe(before)
  expect((await give()).counter).toBe(1)
})

test('a terminal that was enrolled before there were codes has none, and one that nobody knows neither', async () => {
  await expect(give()).rejects.toMatchObject({ code: 'SERVICE_SECRET_MISSING' })
  await expect(give('Z-99')).rejects.toMatchObject({ code: 'TERMINAL_UNKNOWN' })
})
