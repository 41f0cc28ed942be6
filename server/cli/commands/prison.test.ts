import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argon2Verify } from 'hash-wasm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { must } from '#shared/errors/must.ts'
import { aPrison, type TestPrison } from '../../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { createTestServer } from '../../testing/test-server.ts'
import { runCommand } from '../testing/run-command.ts'
import { addPrisonCommand } from './prison.ts'

let own: TestDatabase
let prison: TestPrison
let folder: string

beforeEach(async () => {
  own = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'guichet-import-'))
  prison = await aPrison(own.database)
})
afterEach(async () => {
  await own.drop()
  await rm(folder, { recursive: true })
})

const run = (...words: readonly string[]) => runCommand(own.connection, addPrisonCommand, ['prison', ...words])
async function file(...lines: readonly string[]): Promise<string> {
  const path = join(folder, 'list.csv')
  await writeFile(path, lines.join('\r\n'))
  return path
}
const count = async (table: 'wings' | 'cells' | 'terminals' | 'inmates') =>
  (
    await own.database
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count
const pinsFile = () => join(folder, 'pins.csv')
const head = 'number,given_name,family_name,language,cell'

test('cells come from a list, once', async () => {
  const path = await file(
    'wing;cell;terminal;capacity',
    'Aile D;D-01;;2',
    'Aile D;D-02;D-02 left;',
    'D;D-02;D-02 right;',
  )
  expect(await run('import-cells', path, '--check')).toContain('1 wings, 2 cells, 3 terminals would be made')
  expect(await count('wings')).toBe(1)
  expect(await run('import-cells', path)).toContain('1 wings, 2 cells, 3 terminals made')
  expect(await run('import-cells', path)).toContain('0 wings, 0 cells, 0 terminals made')
  expect([await count('wings'), await count('cells'), await count('terminals')]).toEqual([2, 4, 5])
  const rows = own.database.selectFrom('cells').select(['id', 'capacity']).where('id', 'like', 'D-%').orderBy('id')
  expect(await rows.execute()).toEqual([
    { id: 'D-01', capacity: 2 },
    { id: 'D-02', capacity: 1 },
  ])
})

test('a list that says something else than what is there is refused whole', async () => {
  const [cell, other] = prison.cellIds
  const { name } = prison.terminals[1]
  const path = await file(
    'wing,cell,terminal,capacity',
    `D,${cell},`,
    `Wing,${other},,7`,
    `Wing,${cell},${name}`,
    'D,D-01',
  )
  await expect(run('import-cells', path)).rejects.toThrow('Invalid Record Length')
  const whole = await file(
    'wing,cell,terminal,capacity',
    `D,${cell},,`,
    `Wing,${other},,7`,
    `Wing,${cell},${name},`,
    'D,D-01,,',
  )
  await expect(run('import-cells', whole)).rejects.toMatchObject({
    code: 'IMPORT_REFUSED',
    message: [
      'Nothing was changed.',
      `line 2: cell ${cell} is in another wing`,
      `line 3: cell ${other} has room for 2, not for 7`,
      `line 4: terminal ${name} stands in cell ${other}`,
    ].join('\n  '),
  })
  expect([await count('wings'), await count('terminals')]).toEqual([1, 2])
})

test('people come with a PIN of their own, and their terminal shows them', async () => {
  await run('import-cells', await file('wing,cell,capacity', 'Wing,D-01,2'))
  const path = await file(head, '4711,Zoë,d’Hondt,nl,D-01', '4712,Ana,"Lima Sá",fr,D-01')
  expect(await run('import-people', path, '--check')).toContain('2 lines are good')
  expect(await run('import-people', path, '--pins', pinsFile())).toContain('2 inmates are in')
  expect((await stat(pinsFile())).mode & 0o777).toBe(0o600)
  const [, first, second] = (await readFile(pinsFile(), 'utf8')).split('\n')
  expect(first).toMatch(/^4711,Zoë,d’Hondt,D-01,\d{6}$/)
  expect(second).toMatch(/^4712,Ana,Lima Sá,D-01,\d{6}$/)
  const zoe = await own.database
    .selectFrom('inmates')
    .selectAll()
    .where('number', '=', '4711')
    .executeTakeFirstOrThrow()
  expect(zoe).toMatchObject({ given_name: 'Zoë', family_name: 'd’Hondt', language: 'nl' })
  const pin = must(first?.split(',').at(-1), 'a PIN')
  expect(await argon2Verify({ password: pin, hash: zoe.pin_verifier })).toBe(true)
})

test('what terminals mirror of a new inmate is in the feed', async () => {
  await own.database.updateTable('cells').set({ capacity: 3 }).execute()
  const server = createTestServer(own.database)
  const before = await server.pullAll(prison)
  const path = await file(head, `4713,Idir,Ben Ali,fr,${prison.cellIds[0]}`)
  await run('import-people', path, '--pins', pinsFile())
  const { changes } = await server.pullAll(prison, before.cursor)
  await server.close()
  expect(JSON.stringify(changes)).toContain('"number":"4713"')
  expect(JSON.stringify(changes)).toContain('"account"')
})

test('whoever cannot come keeps all the others out, each line named', async () => {
  const [cell] = prison.cellIds
  const path = await file(head, '4711,Ana,Lima,fr,Z-99', `4712,Jo,Maes,nl,${cell}`, '4711,Li,Wu,en,Z-99')
  await expect(run('import-people', path, '--pins', pinsFile())).rejects.toMatchObject({
    message: [
      'Nothing was changed.',
      'line 2: there is no cell Z-99',
      `line 3: cell ${cell} has room for 2`,
      'line 4: number 4711 is in line 2 already',
      'line 4: there is no cell Z-99',
    ].join('\n  '),
  })
  expect(await count('inmates')).toBe(3)
  await expect(stat(pinsFile())).rejects.toThrow('ENOENT')
})

test.each([
  ['a language that is none', '4711,Ana,Lima,es,Z-1', 'language "es"'],
  ['a number that is none', 'N7,Ana,Lima,fr,Z-1', 'number "N7"'],
  ['no family name', '4711,Ana,,fr,Z-1', 'family_name is empty'],
  ['a name that is a formula', '4711,=1+1,Lima,fr,Z-1', 'given_name "=1+1"'],
])('%s is refused with its line', async (_name, line, why) => {
  await expect(run('import-people', await file(head, line), '--check')).rejects.toThrow(`line 2: ${why}`)
})

test('PINs that were not handed out yet are never written over', async () => {
  await own.database.updateTable('cells').set({ capacity: 9 }).execute()
  const [cell] = prison.cellIds
  await run('import-people', await file(head, `4711,Ana,Lima,fr,${cell}`), '--pins', pinsFile())
  const kept = await readFile(pinsFile(), 'utf8')
  await expect(run('import-people', await file(head, `4712,Jo,Maes,nl,${cell}`), '--pins', pinsFile())).rejects.toThrow(
    'never written over',
  )
  expect(await readFile(pinsFile(), 'utf8')).toBe(kept)
  expect(await count('inmates')).toBe(4)
})

test('where the PINs go has to be said', async () => {
  await expect(run('import-people', await file(head, '4711,Ana,Lima,fr,Z-1'))).rejects.toThrow('--pins FILE')
})
