import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPrison, type TestPrison } from '../../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { findScope, parseTarget } from './find-place.ts'

let own: TestDatabase
let prison: TestPrison

beforeAll(async () => {
  own = await createTestDatabase()
  prison = await aPrison(own.database)
  const names = (letter: string) => ({
    fr: `Aile ${letter}`,
    nl: `Vleugel ${letter}`,
    de: `Flügel ${letter}`,
    en: `Wing ${letter}`,
  })
  const wings = ['A', 'B'].map(letter => ({ id: `w-${letter}`, names: names(letter) }))
  await own.database.insertInto('wings').values(wings).execute()
})
afterAll(() => own.drop())

test.each([
  ['web', { kind: 'service', service: 'web' }],
  ['site:jobs', { kind: 'site', siteId: 'jobs' }],
  ['rule:jobs/jobs-read', { kind: 'rule', siteId: 'jobs', ruleId: 'jobs-read' }],
])('reads %s', (text, target) => {
  expect(parseTarget(text)).toEqual(target)
})

test.each(['', 'pool', 'site:', 'site:A b', 'rule:jobs', 'rule:jobs/', 'rule:/x', 'rule:a/b/c', 'WEB'])(
  'refuses to close %j',
  text => {
    expect(() => parseTarget(text)).toThrow('cannot be closed')
  },
)

test.each(['A', 'a', 'Aile A', 'wing a', 'w-A'])('finds a wing as %j', async wing => {
  expect(await findScope(own.database, { wing })).toEqual({ kind: 'wing', wingId: 'w-A' })
})

test('finds a terminal by its name, and everyone where nobody is named', async () => {
  const [{ id, name }] = prison.terminals
  expect(await findScope(own.database, { terminal: name })).toEqual({ kind: 'terminal', terminalId: id })
  expect(await findScope(own.database, {})).toEqual({ kind: 'everyone' })
})

test.each([
  ['a wing there is not', { wing: 'Z' }, 'ORDER_UNKNOWN'],
  ['a terminal there is not', { terminal: 'Z-99' }, 'ORDER_UNKNOWN'],
  ['a number nobody has', { inmate: '00' }, 'ORDER_UNKNOWN'],
  ['two at once', { wing: 'A', inmate: '1' }, 'ORDER_REFUSED'],
])('refuses %s', async (_name, wish, code) => {
  await expect(findScope(own.database, wish)).rejects.toMatchObject({ code })
})
