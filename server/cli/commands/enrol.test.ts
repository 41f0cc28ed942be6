import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { kioskConfigurationSchema } from '#shared/contracts/configuration.ts'
import { enrolmentFileSchema } from '#shared/contracts/enrolment.ts'
import { readCode } from '#shared/enrolment/code.ts'
import { readEnrolmentQr } from '#shared/enrolment/qr-text.ts'
import { must } from '#shared/errors/must.ts'
import { lookAtCode } from '../../enrolment/use-code.ts'
import { registerRecoveryKey } from '../../recovery/recovery-key.ts'
import { aPrison, type TestPrison } from '../../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { noteServerAddress } from '../enrolment/server-address.ts'
import { runCommand } from '../testing/run-command.ts'
import { addEnrolCommand } from './enrol.ts'
import { addTerminalCommand } from './terminal.ts'
import { addTerminalsCommand } from './terminals.ts'

let own: TestDatabase
let prison: TestPrison
let data: string
let name: string

beforeEach(async () => {
  own = await createTestDatabase()
  data = await mkdtemp(join(tmpdir(), 'guichet-enrol-'))
  prison = await aPrison(own.database)
  await registerRecoveryKey(own.database, { keyId: 'recovery-key-1', publicKey: 'B'.repeat(87) }, new Date())
  await noteServerAddress(data, 'https://10.0.0.5:7443')
  name = prison.terminals[0].name
})
afterEach(async () => {
  await own.drop()
  await rm(data, { recursive: true })
})

const enrol = (...words: readonly string[]) =>
  runCommand(own.connection, addEnrolCommand, ['enrol', ...words, '--data', data])
const terminals = (...words: readonly string[]) =>
  runCommand(own.connection, addTerminalsCommand, ['terminals', ...words, '--data', data])
const replace = (...words: readonly string[]) =>
  runCommand(own.connection, addTerminalCommand, ['terminal', 'replace', ...words, '--data', data])
const codeIn = (said: string) => must(readCode(must(/^ {4}(\S+)$/m.exec(said)?.[1], `a code in ${said}`)), 'a code')
const lookAt = (code: ReturnType<typeof codeIn>) => lookAtCode(own.database, code, new Date())
const permissions = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

async function list(...lines: readonly string[]): Promise<string> {
  const path = join(data, 'cells.csv')
  await writeFile(path, lines.join('\n'))
  return path
}

test('a code is said with everything a technician needs at the door', async () => {
  const said = await enrol('--cell', name)
  expect(await lookAt(codeIn(said))).toMatchObject({ terminal: { name, cell: prison.cellIds[0] } })
  expect(said).toContain('Server   https://10.0.0.5:7443')
  expect(said).toMatch(/^Key {6}(?:[a-z]{3,8} ){5}[a-z]{3,8}$/m)
  expect(said).toMatch(/^Until {4}\d{4}-\d\d-\d\d \d\d:\d\d\. Works once/m)
})

test('for a machine to read it has the fingerprint and the text of the QR code too', async () => {
  const said = await enrol('--cell', name, '--json', '--server', 'https://prison.example:7443/')
  const one = z.record(z.string(), z.unknown()).parse(JSON.parse(said))
  expect(one).toMatchObject({ terminal: name, server: 'https://prison.example:7443' })
  const { code, fingerprint, qr } = one
  expect(readEnrolmentQr(String(qr))).toEqual({ url: 'https://prison.example:7443', code, fingerprint })
})

test('the QR code is drawn, and the enrolment file is for its owner alone', async () => {
  const file = join(data, 'A-12.json')
  const said = await enrol('--cell', name, '--qr', '--file', file)
  expect(said).toMatch(/[█▀▄]{10}/)
  const written = enrolmentFileSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  expect(written).toMatchObject({ url: 'https://10.0.0.5:7443', name, code: codeIn(said) })
  expect(await permissions(file)).toBe('600')
})

test('where the enrolment file cannot be written no code is made, and the one of before still works', async () => {
  const code = codeIn(await enrol('--cell', name))
  await expect(enrol('--cell', name, '--file', join(data, 'none', 'A-12.json'))).rejects.toThrow('ENOENT')
  await expect(lookAt(code)).resolves.toBeDefined()
})

test('a code that is withdrawn is worth nothing, and none is said so', async () => {
  const code = codeIn(await enrol('--cell', name))
  expect(await enrol('--withdraw', name)).toContain('worth nothing any more')
  await expect(lookAt(code)).rejects.toMatchObject({ code: 'ENROLMENT_CODE_EXPIRED' })
  expect(await enrol('--withdraw', name)).toBe(`No code waits for ${name}.\n`)
})

test('a block gets a sheet and a file each, in the order of the list', async () => {
  const csv = await list('terminal,cell,wing', ...prison.terminals.map(one => `${one.name},${one.cellId},Wing`))
  const [sheet, files] = [join(data, 'sheet.html'), join(data, 'stick')]
  const said = await enrol('--csv', csv, '--sheet', sheet, '--files', files, '--language', 'de')
  expect(said).toContain('2 codes.')
  const page = await readFile(sheet, 'utf8')
  expect(page).toContain('<html lang="de">')
  expect(page.match(/<h2>[^<]+/g)).toEqual(prison.terminals.map(one => `<h2>${one.name}`))
  expect(page).not.toMatch(/src=|href=|url\(|<script/)
  const codes = [...page.matchAll(/class="code">([^<]+)/g)].map(([, code]) => must(readCode(code ?? ''), 'a code'))
  for (const code of codes) await expect(lookAt(code)).resolves.toBeDefined()
  expect((await readdir(files)).toSorted()).toEqual(prison.terminals.map(one => `${one.name}.json`).toSorted())
  expect([await permissions(sheet), await permissions(join(files, `${name}.json`))]).toEqual(['600', '600'])
})

test('where the codes come to nothing the sheet and the files of before stay, and nothing else does', async () => {
  const csv = await list('wing,cell,terminal', `Wing,${prison.cellIds[0]},${name}`)
  const [sheet, files] = [join(data, 'sheet.html'), join(data, 'stick')]
  await enrol('--csv', csv, '--sheet', sheet, '--files', files)
  const before = await Promise.all([sheet, join(files, `${name}.json`)].map(path => readFile(path, 'utf8')))
  await sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$`.execute(
    own.database,
  )
  await sql`create constraint trigger refuse after insert or update on enrolment_codes deferrable initially deferred
    for each row execute function refuse()`.execute(own.database)
  await expect(enrol('--csv', csv, '--sheet', sheet, '--files', files)).rejects.toThrow('no room')
  const after = await Promise.all([sheet, join(files, `${name}.json`)].map(path => readFile(path, 'utf8')))
  expect(after).toEqual(before)
  expect([...(await readdir(data)), ...(await readdir(files))].filter(one => one.endsWith('.new'))).toEqual([])
})

test('a sheet that cannot be put in its place is kept, and said where: its codes count', async () => {
  const csv = await list('wing,cell,terminal', `Wing,${prison.cellIds[0]},${name}`)
  const [inTheWay, files] = [join(data, 'sheet.html'), join(data, 'stick')]
  await mkdir(inTheWay)
  await expect(enrol('--csv', csv, '--sheet', inTheWay, '--files', files)).rejects.toThrow(
    `The first lies in ${inTheWay}.`,
  )
  const [kept = ''] = (await readdir(data)).filter(one => one.endsWith('.new'))
  expect(await readFile(join(data, kept), 'utf8')).toContain(`<h2>${name}`)
  expect(await readdir(files)).toEqual([`${name}.json`])
})

test('of a list with something unknown in it nothing is made, and each line is named', async () => {
  const csv = await list('wing,cell,terminal', `Wing,${prison.cellIds[0]},${name}`, 'Wing,Z-1,', 'Elsewhere,Z-2,')
  await expect(enrol('--csv', csv, '--sheet', join(data, 'sheet.html'))).rejects.toMatchObject({
    code: 'IMPORT_REFUSED',
    message: [
      'Nothing was changed.',
      'line 3: there is no cell Z-1 in wing Wing',
      'line 4: no wing is called Elsewhere',
      'With --create they are made.',
    ].join('\n  '),
  })
  expect(await own.database.selectFrom('enrolment_codes').select('made_at').execute()).toEqual([])
  await expect(stat(join(data, 'sheet.html'))).rejects.toThrow('ENOENT')
})

test('with --create what is missing is made', async () => {
  const csv = await list('wing,cell', 'Elsewhere,Z-1', 'Elsewhere,Z-2', 'Wing,Z-3')
  await enrol('--csv', csv, '--sheet', join(data, 'sheet.html'), '--create')
  expect(await terminals('--wing', 'Elsewhere')).toContain('0 of 2 terminals are in; 2 codes wait.')
  expect(await terminals('--wing', 'Wing', '--waiting')).toMatch(/^Z-3 +Wing +not enrolled; code until /)
})

test('a wing without a terminal is refused, and never counted as done', async () => {
  await expect(terminals('--wing', 'Nowhere', '--waiting')).rejects.toMatchObject({
    code: 'ORDER_UNKNOWN',
    message: 'No terminal is in a wing called Nowhere.',
  })
})

test('a replaced terminal is refused at once, and its code is for the machine that comes', async () => {
  const said = await replace(name)
  expect(said).toContain('keep it')
  expect(await lookAt(codeIn(said))).toMatchObject({ terminal: { name } })
  expect(await terminals('--waiting')).toMatch(new RegExp(`^${name} +Wing +revoked .*; code until`))
  expect(await terminals()).toContain('1 of 2 terminals are in; 1 codes wait.')
})

test('terminals are listed for machines', async () => {
  expect(JSON.parse(await terminals('--json'))).toMatchObject(
    prison.terminals
      .map(one => ({ name: one.name, cell: one.cellId, revokedAt: null, heardAt: null, codeUntil: null }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  )
})

test('for development a kiosk’s folder is written with a key of its own', async () => {
  const folder = join(data, 'kiosk')
  await enrol('--cell', name, '--folder', folder)
  const written = kioskConfigurationSchema.parse(JSON.parse(await readFile(join(folder, 'kiosk.json'), 'utf8')))
  expect(written).toMatchObject({ terminal: { name, privateKeyFile: 'terminal-key.pem' } })
  expect(await permissions(join(folder, 'terminal-key.pem'))).toBe('600')
})

test.each([
  [[], 'say one of'],
  [['--cell', 'A-01', '--withdraw', 'A-01'], 'say one of'],
  [['--csv', 'cells.csv'], '--sheet'],
  [['--cell', 'A-01', '--hours', '0'], 'hours'],
  [['--cell', 'A-01', '--server', 'http://10.0.0.5'], 'server'],
])('refuses %j', async (words, why) => {
  await expect(enrol(...words)).rejects.toThrow(why)
})

test('a terminal nobody knows gets no code', async () => {
  await expect(enrol('--cell', 'Q-99')).rejects.toMatchObject({ code: 'TERMINAL_UNKNOWN' })
  await expect(replace('Q-99')).rejects.toMatchObject({ code: 'TERMINAL_UNKNOWN' })
})

test('while a key is missing that terminals need, no code is made that would fail at the door', async () => {
  await own.database.deleteFrom('medical_keys').execute()
  await expect(enrol('--cell', name)).rejects.toThrow('guichet medical keygen')
})

test('a server that was never started has to be named', async () => {
  await rm(join(data, 'server-address'))
  await expect(enrol('--cell', name)).rejects.toThrow('--server https://HOST:PORT')
})
