import { writeFile } from 'node:fs/promises'
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
    'terminal replace',
    'terminals',
    'prison import-cells',
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
