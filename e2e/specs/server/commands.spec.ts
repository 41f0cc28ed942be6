import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { guichet } from '../../fixtures/run-guichet.ts'
import { expect, test } from '../../fixtures/test.ts'

interface Outcome {
  readonly code: number
  readonly said: string
}

const run = (...args: string[]): Promise<Outcome> =>
  new Promise(resolve => {
    execFile(process.execPath, [guichet, ...args], { timeout: 30_000 }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0
      resolve({ code, said: `${stdout}${stderr}` })
    })
  })

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
  expect(said).toContain('not a service’s private key file')
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
  const commands = ['server', 'seed', 'enrol', 'medical', 'requests', 'reconcile']
  for (const command of commands) {
    const { code, said } = await run(command, '--help')
    expect(code).toBe(0)
    expect(said).toContain(`Usage: guichet ${command}`)
  }
})
