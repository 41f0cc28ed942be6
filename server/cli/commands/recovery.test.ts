import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sealingPrivateKeySchema } from '#shared/sealing/sealing-key-pair.ts'
import { currentRecoveryKey } from '../../recovery/recovery-key.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { runCommand } from '../testing/run-command.ts'
import { addRecoveryCommand } from './recovery.ts'

let own: TestDatabase
let folder: string

beforeEach(async () => {
  own = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'guichet-recovery-'))
})
afterEach(async () => {
  await own.drop()
  await rm(folder, { recursive: true })
})

const keygen = (out: string) =>
  runCommand(own.connection, addRecoveryCommand, ['recovery', 'keygen', '--data', folder, '--out', out])

test('the server keeps the public half, and the file has the private one, for its owner alone', async () => {
  const file = join(folder, 'recovery-key.json')
  expect(await keygen(file)).toContain('Put it into the safe')
  const { privateKey, version, ...publicHalf } = sealingPrivateKeySchema.parse(JSON.parse(await readFile(file, 'utf8')))
  expect(await currentRecoveryKey(own.database)).toEqual(publicHalf)
  expect({ version, isThere: privateKey.length > 0 }).toEqual({ version: 1, isThere: true })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('a second key is the one in use from then on, and no file is written over', async () => {
  expect(await keygen(join(folder, 'first.json'))).not.toContain('key before')
  const first = await currentRecoveryKey(own.database)
  expect(await keygen(join(folder, 'second.json'))).toContain('keep its file too')
  expect(await currentRecoveryKey(own.database)).not.toEqual(first)
  await expect(keygen(join(folder, 'first.json'))).rejects.toThrow('never written over')
})

test('without a key enrolment is told how to make one', async () => {
  await expect(currentRecoveryKey(own.database)).rejects.toThrow('guichet recovery keygen')
})
