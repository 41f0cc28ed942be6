import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import { must } from '#shared/errors/must.ts'
import { readState } from '../../control/state/read-state.ts'
import { readPrison } from '../../database/read-prison.ts'
import { createTestStaff } from '../../staff/testing/test-staff.ts'
import { aPrison } from '../../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { runCommand } from '../testing/run-command.ts'
import { addServerCommand } from './server.ts'

let own: TestDatabase
let data: string

beforeEach(async () => {
  own = await createTestDatabase()
  data = join(await mkdtemp(join(tmpdir(), 'guichet-init-')), 'server')
})
afterEach(async () => {
  await own.drop()
  await rm(join(data, '..'), { recursive: true })
})

const run = (...words: readonly string[]) =>
  runCommand(own.connection, addServerCommand, ['server', 'init', ...words, '--data', data])
const LINK = /^(https:\/\/\S+)\/control\/#join=([\w-]{43})$/m
const linkIn = (said: string) => must(LINK.exec(said), `a link in ${said}`)
const nameIn = async (token: string | undefined) => {
  const staff = createTestStaff(own.database)
  staff.now = new Date()
  const answer = await staff.send({ method: 'POST', url: staffRoutes.signUpChallenge, payload: { token } })
  await staff.close()
  return answer.json<{ name?: string; code?: string }>()
}

test('makes the prison, the first state document, and the link by which the first warden comes in', async () => {
  const said = await run('Anna Claes', '--prison', 'Prison de Valmont', '--time-zone', 'Europe/Brussels')
  const [, page, token] = linkIn(said)
  expect(page).toBe('https://localhost:7444')
  expect(await nameIn(token)).toMatchObject({ name: 'Anna Claes' })
  expect(await readPrison(own.database)).toMatchObject({
    names: { fr: 'Prison de Valmont', de: 'Prison de Valmont' },
    timeZone: 'Europe/Brussels',
  })
  expect(await readState(own.database)).toMatchObject({ version: 1 })
})

test('run again before anybody came it gives another link, and the first is void', async () => {
  const first = linkIn(await run('Anna', '--prison', 'Valmont'))
  const said = await run('Anna', '--prison', 'Elsewhere', '--time-zone', 'Europe/Paris')
  expect(said).toContain('The prison that was there stays: Valmont')
  const second = linkIn(said)
  expect(await nameIn(first[2])).toMatchObject({ code: 'STAFF_INVITATION_REFUSED' })
  expect(await nameIn(second[2])).toMatchObject({ name: 'Anna' })
  expect(await readPrison(own.database)).toMatchObject({ names: { en: 'Valmont' } })
  expect(await readState(own.database)).toMatchObject({ version: 1 })
})

test('where there is a warden it says so, how to invite another, and gives no link', async () => {
  await aPrison(own.database)
  const staff = createTestStaff(own.database)
  await staff.join('Anna')
  await staff.close()
  const said = await run('Ben')
  expect(said).toContain('There is a warden already: Anna.')
  expect(said).toContain(`guichet staff invite NAME --page https://localhost:7444 --data ${data}`)
  expect(said).not.toMatch(LINK)
  expect(await own.database.selectFrom('staff').select('name').execute()).toEqual([{ name: 'Anna' }])
})

test('without a prison, and without a name for one, nothing is made', async () => {
  await expect(run('Anna')).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID' })
  expect(await own.database.selectFrom('staff').select('id').execute()).toEqual([])
})

test.each([
  [['--staff-host', 'control.prison.example', '--port', '9000'], 'https://control.prison.example:9001'],
  [['--staff-port', '8444'], 'https://localhost:8444'],
  [['--page', 'https://control.prison.example/control/'], 'https://control.prison.example'],
])('with %j the link leads to %s', async (options, page) => {
  expect(linkIn(await run('Anna', '--prison', 'Valmont', ...options))[1]).toBe(page)
})

test.each([
  [['--time-zone', 'Mars/Olympus'], 'no such time zone'],
  [['--page', 'http://prison.example'], 'page'],
  [['--port', '0'], '--page'],
  [['--no-such-option'], 'unknown option'],
])('refuses %j, and makes nothing', async (options, why) => {
  await expect(run('Anna', '--prison', 'Valmont', ...options)).rejects.toThrow(why)
  expect(await own.database.selectFrom('prison').select('id').execute()).toEqual([])
})
