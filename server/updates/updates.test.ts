import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { PIECE_BYTES, pieceSchema, updateAnswerSchema, type UpdateQuestion } from '#shared/update/update-offer.ts'
import { addUpdateCommand } from '../cli/commands/update.ts'
import { runCommand } from '../cli/testing/run-command.ts'
import { aPrison, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { anUpdateFile } from './testing/an-update-file.ts'
import { updatesFolder } from './updates-folder.ts'

const releaseKey = generateKeyPairSync('ed25519')
const program = Buffer.alloc(PIECE_BYTES + 4000, 'p')

let own: TestDatabase
let server: TestServer
let prison: TestPrison
let data: string
let key: string

beforeAll(async () => {
  own = await createTestDatabase()
  data = await mkdtemp(join(tmpdir(), 'guichet-updates-'))
  key = join(data, 'release.pub')
  await writeFile(key, releaseKey.publicKey.export({ type: 'spki', format: 'pem' }))
  server = createTestServer(own.database, { updatesFolder: updatesFolder(data) })
})
beforeEach(async () => {
  prison = await aPrison(own.database)
  for (const table of ['updates', 'update_stages', 'terminal_updates'] as const) {
    await own.database.deleteFrom(table).execute()
  }
  await rm(updatesFolder(data), { recursive: true, force: true })
})
afterAll(async () => {
  await server.close()
  await own.drop()
  await rm(data, { recursive: true })
})

const run = (...words: readonly string[]) =>
  runCommand(own.connection, addUpdateCommand, ['update', ...words, '--data', data])
async function add(version: string, signedBy = releaseKey.privateKey): Promise<string> {
  const file = join(data, `${version}.guichet-update`)
  await writeFile(file, anUpdateFile(version, program, signedBy))
  await run('add', file, '--key', key)
  return file
}
const headers = (terminal: 0 | 1) => ({
  authorization: `Bearer ${server.tokenFor(prison, prison.terminals[terminal])}`,
})
const ask = async (running: string, terminal: 0 | 1 = 0, failed: UpdateQuestion['failed'] = null) => {
  const payload: UpdateQuestion = { version: 1, running, architecture: 'x64', failed }
  const answer = await server.app.inject({
    method: 'POST',
    url: terminalRoutes.update,
    headers: headers(terminal),
    payload,
  })
  return updateAnswerSchema.parse(answer.json()).update
}
const piece = (version: string, offset: number, terminal: 0 | 1 = 0) =>
  server.app.inject({
    url: terminalRoutes.updatePiece,
    query: { version, architecture: 'x64', offset: String(offset) },
    headers: headers(terminal),
  })

test('what was only added is offered to nobody, and given to nobody', async () => {
  await add('0.2.0')
  expect(await ask('0.1.0')).toBeNull()
  expect((await piece('0.2.0', 0)).statusCode).toBe(404)
})

test('a terminal for which it is staged gets it, in pieces that make the file', async () => {
  const file = await add('0.2.0')
  await run('stage', '0.2.0', '--terminal', prison.terminals[0].name, '--hours', '1-5')
  const whole = await readFile(file)
  expect(await ask('0.1.0')).toMatchObject({ version: '0.2.0', size: whole.length, hours: { from: 1, to: 5 } })
  expect(await ask('0.1.0', 1)).toBeNull()
  const pieces: Buffer[] = []
  for (let offset = 0; offset < whole.length; offset += PIECE_BYTES) {
    pieces.push(Buffer.from(pieceSchema.parse((await piece('0.2.0', offset)).json()).data, 'base64'))
  }
  expect(Buffer.concat(pieces).equals(whole)).toBe(true)
  expect((await piece('0.2.0', 0, 1)).statusCode).toBe(404)
})

test('nobody is offered what they run, or something older', async () => {
  await add('0.2.0')
  await run('stage', '0.2.0', '--everyone')
  expect([await ask('0.2.0'), await ask('0.3.0')]).toEqual([null, null])
})

test('of two files of one version that come at once one is kept, with its own bytes', async () => {
  const files = await Promise.all(
    ['a', 'b'].map(async name => {
      const file = join(data, `${name}.guichet-update`)
      await writeFile(file, anUpdateFile('0.2.0', Buffer.alloc(PIECE_BYTES, name), releaseKey.privateKey))
      return file
    }),
  )
  const added = await Promise.allSettled(files.map(file => run('add', file, '--key', key)))
  expect(added.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const { sha256 } = await own.database.selectFrom('updates').select('sha256').executeTakeFirstOrThrow()
  const kept = (await readdir(updatesFolder(data))).filter(name => !name.startsWith('.'))
  expect(kept).toHaveLength(1)
  const bytes = await readFile(join(updatesFolder(data), kept.join('')))
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
})

test('a pause is for all, and takes no scope', async () => {
  await add('0.2.0')
  await run('stage', '0.2.0', '--everyone')
  await expect(run('stage', '0.2.0', '--pause', '--everyone')).rejects.toThrow('leave the scope out')
  expect((await ask('0.1.0'))?.version).toBe('0.2.0')
})

test('a pause of what is staged nowhere is refused: whoever mistyped would think it stopped', async () => {
  await expect(run('stage', '9.9.9', '--pause')).rejects.toThrow('Version 9.9.9 is staged nowhere')
})

test('a pause stops it in the middle, and staging it again counts as another attempt', async () => {
  await add('0.2.0')
  await run('stage', '0.2.0', '--everyone')
  expect(await ask('0.1.0')).toMatchObject({ attempt: 1 })
  await run('stage', '0.2.0', '--pause')
  expect(await ask('0.1.0')).toBeNull()
  expect((await piece('0.2.0', PIECE_BYTES)).statusCode).toBe(404)
  await run('stage', '0.2.0', '--everyone')
  expect(await ask('0.1.0')).toMatchObject({ attempt: 2 })
})

test('it counts as another attempt too when another version was staged in between', async () => {
  for (const version of ['0.2.0', '0.2.1']) await add(version)
  for (const version of ['0.2.0', '0.2.1', '0.2.0']) await run('stage', version, '--everyone')
  expect(await ask('0.1.0')).toMatchObject({ version: '0.2.0', attempt: 3 })
})

test('what no terminal would install is not kept', async () => {
  await expect(add('0.2.0', generateKeyPairSync('ed25519').privateKey)).rejects.toMatchObject({
    code: 'UPDATE_REFUSED',
  })
  expect(await readdir(updatesFolder(data))).toEqual([])
  await expect(run('stage', '0.2.0', '--everyone')).rejects.toMatchObject({ code: 'UPDATE_UNKNOWN' })
})

test('for whom is never left out', async () => {
  await add('0.2.0')
  await expect(run('stage', '0.2.0')).rejects.toMatchObject({ code: 'UPDATE_REFUSED' })
})

test('hours that never are would be waited for without end, and are not taken', async () => {
  await add('0.2.0')
  const staged = run('stage', '0.2.0', '--everyone', '--hours', '5-5')
  await expect(staged).rejects.toMatchObject({ code: 'UPDATE_REFUSED' })
})

test('what a terminal says of itself cannot move the cursor of who reads it', async () => {
  await add('0.2.0')
  await run('stage', '0.2.0', '--everyone')
  await ask('0.1.0', 0, { version: '0.2.0', why: 'x\u001b[2J\nkept\0y' })
  expect(await run('show')).toContain('went back: x [2J kept y\n')
})

test('who went back is shown, with why', async () => {
  await add('0.2.0')
  await run('stage', '0.2.0', '--everyone')
  await ask('0.1.0', 0, { version: '0.2.0', why: 'not healthy after 3 starts' })
  await ask('0.2.0', 1)
  const shown = await run('show')
  expect(shown).toContain(`${prison.terminals[0].name}  0.1.0, not 0.2.0: went back: not healthy after 3 starts`)
  expect(shown).not.toContain(`waiting  ${prison.terminals[1].name}`)
})
