import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sampleRecoveryPair } from '#shared/journal/testing/sample-keys.ts'
import { oldDisk } from '../../recovery/testing/old-disk.ts'
import { aPrison, type TestPrison } from '../../testing/a-prison.ts'
import { aWarden, type TestWarden } from '../../testing/a-warden.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { anAppointment, anOrder } from '../../testing/operations.ts'
import { runCommand } from '../testing/run-command.ts'
import { addJournalCommand } from './journal.ts'

let own: TestDatabase
let folder: string
let keyFile: string
let prison: TestPrison
let warden: TestWarden

beforeAll(async () => {
  own = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'guichet-journal-'))
  keyFile = join(folder, 'recovery-key.json')
  await writeFile(keyFile, JSON.stringify(sampleRecoveryPair))
  warden = await aWarden(own.database)
})
beforeEach(async () => {
  prison = await aPrison(own.database)
})
afterAll(async () => {
  await own.drop()
  await rm(folder, { recursive: true })
})

const recover = (disk: string, ...more: readonly string[]) =>
  runCommand(own.connection, addJournalCommand, ['journal', 'recover', disk, '--data', folder, ...more])
const diskOf = (operations: readonly unknown[]) =>
  oldDisk({ prisonId: prison.id, terminal: prison.terminals[0], operations })

test('a look says in words what is there, whose, when, and that nothing was changed', async () => {
  const disk = await diskOf([anOrder(prison), anAppointment(prison, { inmate: 1 })])
  const said = await recover(disk, '--key', keyFile, '--check')
  expect(said).toContain(`The journal of terminal ${prison.terminals[0].name} (not revoked), in ${disk}/data/journal.`)
  expect(said).toContain(`the recovery key ${sampleRecoveryPair.keyId} opens it`)
  expect(said).toContain('2 operations of 2 people still to be sent, recorded at 2026-03-02 11:00:')
  expect(said).toMatch(/^ {2}2026-03-02 11:00 {2}no\. \d{8} {2}canteen order$/m)
  expect(said).toMatch(/^ {2}2026-03-02 11:00 {2}no\. \d{8} {2}medical request, stays sealed$/m)
  expect(said).toContain('Nothing in it is damaged.\nNothing was changed: this was a look.')
})

test('a recovery says what became of each, and a second one that nothing changed', async () => {
  const disk = await diskOf([anAppointment(prison), anOrder(prison, [{ quantity: 99 }])])
  const first = await recover(disk, '--key', keyFile, '--as', warden.name)
  expect(first).toMatch(/medical request, stays sealed: received now$/m)
  expect(first).toMatch(/canteen order: refused: .+$/m)
  expect(first).toContain('1 received now, 0 had been received before, 1 refused, 0 left.')
  const second = await recover(disk, '--key', keyFile, '--as', warden.name)
  expect(second).toContain('medical request, stays sealed: the prison had it already; nothing changed')
  expect(second).toContain('0 received now, 1 had been received before, 1 refused, 0 left.')
})

test('a machine gets the same as JSON', async () => {
  const order = anOrder(prison)
  const report: unknown = JSON.parse(await recover(await diskOf([order]), '--key', keyFile, '--check', '--json'))
  expect(report).toMatchObject({ version: 2, damaged: 0, isCheck: true, operations: [{ id: order.id, verdict: null }] })
})

test('who does it has to be said, and to be somebody of the staff', async () => {
  const disk = await diskOf([anOrder(prison)])
  await expect(recover(disk, '--key', keyFile)).rejects.toThrow('say who does it with --as NAME')
  await expect(recover(disk, '--key', keyFile, '--as', 'Nobody')).rejects.toThrow(
    'Nobody of the staff is called Nobody',
  )
})

test('a key file that is missing, and one that is none, are said as such', async () => {
  const disk = await diskOf([])
  await expect(recover(disk, '--key', join(folder, 'none.json'), '--check')).rejects.toThrow(
    'none.json cannot be read.',
  )
  const noKey = join(folder, 'no-key.json')
  await writeFile(noKey, '{}')
  await expect(recover(disk, '--key', noKey, '--check')).rejects.toThrow('is not a private key file of Guichet')
})
