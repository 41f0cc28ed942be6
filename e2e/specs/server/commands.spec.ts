import { readFile, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { tryGuichet as run } from '../../fixtures/run-guichet.ts'
import { expect, test } from '../../fixtures/test.ts'

test('a second server on the same data folder is refused', async ({ prison }) => {
  const { code, said } = await run('server', '--data', prison.data, '--port', '0')
  expect(code).toBe(1)
  expect(said).toContain('DATA_FOLDER_IN_USE')
})

test('a port in use is said in one line, and the folder is free again', async ({ prison }) => {
  await prison.stop()
  const squatter = createServer().listen(0, '127.0.0.1')
  await expect.poll(() => squatter.listening).toBe(true)
  const { port } = squatter.address() as AddressInfo
  const { code, said } = await run('server', '--data', prison.data, '--port', String(port))
  squatter.close()
  expect(code).toBe(1)
  expect(said).toContain(`Port ${port} on 127.0.0.1 is already used`)
  await prison.start()
  expect(await prison.run('reconcile')).toContain('agree')
})

test('a server that was killed is simply started again', async ({ prison }) => {
  await prison.kill()
  await prison.start()
  expect(await prison.run('reconcile')).toContain('agree')
})

test('a key file of the medical service is never written over', async ({ prison }) => {
  const { code, said } = await run('medical', 'keygen', '--data', prison.data, '--out', prison.medicalKeyFile)
  expect(code).toBe(1)
  expect(said).toContain('never written over')
})

test('something that is no key file opens nothing and says so', async ({ prison }) => {
  const path = join(prison.folder, 'not-a-key.json')
  await writeFile(path, '{"version":1}')
  const { code, said } = await run('medical', 'read', '--data', prison.data, '--key', path)
  expect(code).toBe(1)
  expect(said).toContain('not a private key file of Guichet')
})

test('an empty folder becomes a server with a link for its first warden', async ({ prison }) => {
  const data = join(prison.folder, 'another')
  const init = ['server', 'init', 'Anna Claes', '--data', data]
  expect(await run(...init)).toMatchObject({ code: 1, said: expect.stringContaining('holds no prison yet') })
  const { code, said } = await run(...init, '--prison', 'Prison of Valmont', '--staff-port', '8444')
  expect(code).toBe(0)
  expect(said).toMatch(/^https:\/\/localhost:8444\/control\/#join=[\w-]{43}$/m)
  expect((await run('staff', 'list', '--data', data)).said).toContain('Anna Claes  invited')
})

test('a wing and its people come from lists, and a sheet of codes out of them', async ({ prison }) => {
  const [cells, people] = [join(prison.folder, 'cells.csv'), join(prison.folder, 'people.csv')]
  const [sheet, pins] = [join(prison.folder, 'sheet.html'), join(prison.folder, 'pins.csv')]
  await writeFile(cells, 'wing;cell\r\nAile D;D-01\r\nAile D;D-02\r\n')
  await writeFile(people, 'number,given_name,family_name,language,cell\n4711,Ana,Lima,fr,D-01\n')
  expect(await prison.run('prison', 'import-cells', cells)).toContain('1 wings, 2 cells, 2 terminals made')
  expect(await prison.run('prison', 'import-people', people, '--pins', pins)).toContain('1 inmates are in')
  expect(await prison.run('enrol', '--csv', cells, '--sheet', sheet)).toContain('2 codes.')
  expect(await readFile(sheet, 'utf8')).toContain(`https://127.0.0.1:${prison.port}`)
  expect(await prison.run('terminals', '--wing', 'D')).toContain('0 of 2 terminals are in; 2 codes wait.')
})

test('terminals that came in by their codes are on the line, and say how they are', async ({ prison }) => {
  const server = `https://127.0.0.1:${prison.port}`
  const length = ['--terminals', '5', '--seconds', '6', '--spread', '0']
  const said = await prison.run('simulate', '--enrol', '--report', '9.9.9', ...length, '--server', server)
  expect(said).toContain('5/5 connected')
  expect(await prison.run('doctor', '--fleet', '--release', '9.9.9')).toMatch(/ 5 well$/m)
  expect(await prison.run('audit', 'show', '--last', '50')).toContain('enrolment-codes-made')
})

for (const [what, args] of [
  ['an unknown command', ['open-all-doors']],
  ['an option that is none', ['seed', '--everything']],
  ['a port that is none', ['server', '--port', 'front-door']],
  ['a request that has no such id', ['requests', 'advance', 'my-request', 'delivered']],
] as const) {
  test(`${what} is wrong usage`, async () => {
    expect((await run(...args)).code).toBe(2)
  })
}

test('every command explains itself', async () => {
  const commands = [
    'server',
    'server init',
    'seed',
    'enrol',
    'medical',
    'recovery keygen',
    'journal recover',
    'requests',
    'reconcile',
    'state close',
    'audit verify',
  ]
  for (const command of commands) {
    const { code, said } = await run(...command.split(' '), '--help')
    expect(code).toBe(0)
    expect(said).toContain(`Usage: guichet ${command}`)
  }
})
