import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Operation } from '#shared/contracts/operation.ts'
import { prisonIdSchema } from '#shared/contracts/ids.ts'
import { RECORDS_START } from '#shared/journal/file-header.ts'
import type { NewRecord } from '#shared/journal/journal-record.ts'
import { sampleKeys, sampleRecoveryPair } from '#shared/journal/testing/sample-keys.ts'
import { createSealingKeyPair, importOpeningKey, type SealingPrivateKey } from '#shared/sealing/sealing-key-pair.ts'
import { lastAudit } from '../audit/list-audit.ts'
import { createFindHouse } from '../operations/find-house.ts'
import { createPushService } from '../operations/push-service.ts'
import { createSignReceipt } from '../receipts/sign-receipt.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { aWarden, type TestWarden } from '../testing/a-warden.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { moneyOf, requestOf, storedOperations } from '../testing/holdings.ts'
import { anAppointment, anOrder, aWithdrawal } from '../testing/operations.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { recoverJournal, type RecoveryWish } from './recover-journal.ts'
import { oldDisk } from './testing/old-disk.ts'

let own: TestDatabase
let server: TestServer
let prison: TestPrison
let warden: TestWarden

beforeAll(async () => {
  own = await createTestDatabase()
  server = createTestServer(own.database)
  warden = await aWarden(own.database)
})
beforeEach(async () => {
  server.now = TEST_NOW
  isReceiving = async () => true
  prison = await aPrison(own.database)
})
afterAll(async () => {
  await server.close()
  await own.drop()
})

async function keyOf(pair: SealingPrivateKey) {
  return { keyId: pair.keyId, openingKey: await importOpeningKey(pair) }
}

async function wishFor(disk: string, more: Partial<RecoveryWish> = {}): Promise<RecoveryWish> {
  return { disk, key: await keyOf(sampleRecoveryPair), terminalName: undefined, ...more }
}

const clock = () => TEST_NOW
async function look(disk: string, more?: Partial<RecoveryWish>) {
  return recoverJournal({ database: own.database, clock }, await wishFor(disk, more))
}
async function recover(disk: string, more?: Partial<RecoveryWish>) {
  const { database } = own
  const pushService = createPushService({
    database,
    clock,
    findHouse: createFindHouse(database),
    signReceipt: createSignReceipt(server.keys),
    report: () => undefined,
  })
  return recoverJournal({ database, clock }, await wishFor(disk, more), {
    pushService,
    staffId: warden.id,
    isReceiving,
  })
}
let isReceiving = async () => true

const diskOf = (operations: readonly unknown[], more: Partial<Parameters<typeof oldDisk>[0]> = {}) =>
  oldDisk({ prisonId: prison.id, terminal: prison.terminals[0], operations, ...more })
const verdictsOf = ({ operations }: Awaited<ReturnType<typeof recover>>) =>
  operations.map(({ verdict }) => verdict?.status)
const settled = ({ id }: Operation, status: string): NewRecord => ({
  type: 'settled',
  payload: { id, verdict: { status } },
})
const revoke = () =>
  own.database.updateTable('terminals').set({ revoked_at: TEST_NOW }).where('id', '=', prison.terminals[0].id).execute()

test('what a revoked terminal had not sent takes effect once, in its order, and twice is once', async () => {
  const order = anOrder(prison)
  const [appointment, other] = [anAppointment(prison), anOrder(prison, [{ product: 1 }], { inmate: 1 })]
  const disk = await diskOf([order, appointment, other, aWithdrawal(prison, order.id)])
  await revoke()

  const first = await recover(disk)
  expect(verdictsOf(first)).toEqual(['applied', 'applied', 'applied', 'applied'])
  expect(first).toMatchObject({ version: 2, damaged: 0, isCheck: false, terminal: { revokedAt: TEST_NOW } })
  expect(await requestOf(own.database, order.id)).toMatchObject({ steps: ['received', 'withdrawn'] })
  expect(await requestOf(own.database, appointment.id)).toMatchObject({ steps: ['received'] })
  expect(await moneyOf(own.database, prison.inmateIds[0])).toEqual({ available: 5000, held: 0 })
  expect(await moneyOf(own.database, prison.inmateIds[1])).toEqual({ available: 4750, held: 250 })

  expect(verdictsOf(await recover(disk))).toEqual(['duplicate', 'duplicate', 'duplicate', 'duplicate'])
  expect(await moneyOf(own.database, prison.inmateIds[1])).toEqual({ available: 4750, held: 250 })
})

test('what was delivered before the terminal broke is not delivered again', async () => {
  const [sent, left] = [anOrder(prison), anOrder(prison, [{ product: 1 }])]
  await server.push(prison, [sent])
  expect(verdictsOf(await recover(await diskOf([sent, left])))).toEqual(['duplicate', 'applied'])
  expect(await moneyOf(own.database, prison.inmateIds[0])).toEqual({ available: 4650, held: 350 })
})

test('a look shows who, what and when by number only, and changes nothing anywhere', async () => {
  const [order, appointment] = [anOrder(prison), anAppointment(prison)]
  const disk = await diskOf([order, appointment])
  const file = join(disk, 'data', 'journal', 'journal-b.bin')
  const [before, records] = [await readFile(file), await lastAudit(own.database, 1)]

  const report = await look(disk)
  expect(report.operations).toMatchObject([
    { seq: 1, kind: 'canteen.order', inmateId: order.inmateId, recordedAt: order.recordedAt, verdict: null },
    { seq: 2, kind: 'medical.appointment', inmateNumber: expect.stringMatching(/^\d{8}$/) as string },
  ])
  expect(JSON.stringify(report)).not.toMatch(/ciphertext|productId|Diallo/)
  expect(await storedOperations(own.database, [order.id, appointment.id])).toEqual([])
  expect(await lastAudit(own.database, 1)).toEqual(records)
  expect((await readFile(file)).equals(before)).toBe(true)
})

test('who did it is in the audit, before the first operation and after the last', async () => {
  const order = anOrder(prison)
  await recover(await diskOf([order]))
  const actor = `staff:${warden.id}`
  const subject = { terminalId: prison.terminals[0].id, recoveryKeyId: sampleRecoveryPair.keyId }
  expect(await lastAudit(own.database, 2)).toMatchObject([
    { actor, action: 'journal-recovery-begun', subject: { ...subject, operations: [order.id], damaged: 0 } },
    { actor, action: 'journal-recovered', subject: { ...subject, verdicts: { applied: 1 } } },
  ])
})

test('an operation the prison refused already is not sent again, and one it applied neither', async () => {
  const [refused, applied, open] = [anOrder(prison), anOrder(prison), anOrder(prison)]
  const after = [settled(refused, 'rejected'), settled(applied, 'applied')]
  const report = await recover(await diskOf([refused, applied, open], { after }))
  expect(report).toMatchObject({ refusedBefore: 1, operations: [{ id: open.id, verdict: { status: 'applied' } }] })
  expect(await storedOperations(own.database, [refused.id, applied.id])).toEqual([])
})

test('a record that is no operation does not hold up its neighbours', async () => {
  const [first, last] = [anOrder(prison), anOrder(prison)]
  const report = await recover(
    await diskOf([first, 'rubbish', { id: anOrder(prison).id, kind: 'canteen.order' }, last]),
  )
  expect(verdictsOf(report)).toEqual(['applied', 'unreadable', 'rejected', 'applied'])
})

test('operations of another terminal are refused, not applied', async () => {
  const foreign = anOrder(prison, [{}], { inmate: 2 })
  const { operations } = await recover(await diskOf([foreign]))
  expect(operations).toMatchObject([{ verdict: { rejection: { code: 'OPERATION_NOT_YOURS' } } }])
})

test('a journal of version 1 is recovered too', async () => {
  const report = await recover(await diskOf([anOrder(prison)], { version: 1 }))
  expect(report).toMatchObject({ version: 1, operations: [{ verdict: { status: 'applied' } }] })
})

test.each([
  ['with a damaged record', 1, (bytes: Uint8Array) => bytes.fill(0xee, RECORDS_START + 60, RECORDS_START + 64)],
  ['with both near headers gone', 0, (bytes: Uint8Array) => bytes.fill(0, 0, RECORDS_START)],
  ['cut behind the last record', 0, (bytes: Uint8Array) => bytes.slice(0, RECORDS_START + 4096)],
])('a journal %s gives what is whole', async (_name, damaged, spoil) => {
  const [first, second] = [anOrder(prison), anOrder(prison, [{ product: 1 }])]
  const report = await recover(await diskOf([first, second], { spoil: ({ bytes }) => spoil(bytes) }))
  expect(report.damaged).toBe(damaged)
  expect(report.operations.map(({ id }) => id)).toEqual([first.id, second.id].slice(damaged))
  expect(new Set(verdictsOf(report))).toEqual(new Set(['applied']))
})

test('without a configuration the technician names the terminal', async () => {
  const order = anOrder(prison)
  const disk = await oldDisk({ prisonId: prison.id, operations: [order] })
  await expect(look(disk)).rejects.toThrow('Say whose it is with --terminal NAME')
  await expect(look(disk, { terminalName: 'A-99' })).rejects.toThrow('No terminal is called A-99')
  expect(verdictsOf(await recover(disk, { terminalName: prison.terminals[0].name }))).toEqual(['applied'])
})

test('the journal is found in the folder itself, in the data folder, and in the terminal’s home', async () => {
  const home = await diskOf([anOrder(prison)])
  for (const disk of [home, join(home, 'data'), join(home, 'data', 'journal')]) {
    expect((await look(disk)).operations).toHaveLength(1)
  }
})

test('each thing that can be wrong has a sentence of its own', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'guichet-empty-'))
  onTestFinished(() => rm(empty, { recursive: true }))
  await expect(look(empty)).rejects.toThrow('There is no journal in')

  const disk = await diskOf([anOrder(prison)])
  const other = await createSealingKeyPair()
  await expect(look(disk, { key: await keyOf(other) })).rejects.toThrow(
    `is sealed to the recovery key ${sampleRecoveryPair.keyId}. The file you named is the key ${other.keyId}.`,
  )

  const file = join(disk, 'data', 'journal', 'journal-b.bin')
  await chmod(file, 0)
  await expect(look(disk)).rejects.toThrow('cannot be read by this account')
})

test('a journal of another prison is refused, also one of version 1', async () => {
  const elsewhere = prisonIdSchema.parse('6c0f8a6e-26a9-4b3e-8a55-2f6d6a1f9c01')
  const [terminal] = prison.terminals
  const sealed = { ...sampleKeys, prisonId: elsewhere }
  await expect(look(await diskOf([], { keys: sealed }))).rejects.toThrow('is of another prison')
  const plain = await oldDisk({ prisonId: elsewhere, terminal, operations: [], version: 1 })
  await expect(look(plain)).rejects.toThrow('is of another prison')
})

test('what a disk says of itself cannot write on the technician’s screen, or fill the memory', async () => {
  const [terminal] = prison.terminals
  const named = await diskOf([], { terminal: { ...terminal, name: 'A-12\u001b[2J' } })
  await expect(look(named)).rejects.toThrow('No kiosk.json that can be read')

  const recoveryKey = { ...sampleKeys.recoveryKey, keyId: 'key\u001b[2J-of-nobody' }
  const sealed = await diskOf([], { keys: { ...sampleKeys, prisonId: prison.id, recoveryKey } })
  const other = await keyOf(await createSealingKeyPair())
  await expect(look(sealed, { key: other })).rejects.toThrow('the recovery key key??2J-of-nobody')

  const large = await diskOf([])
  await truncate(join(large, 'data', 'journal', 'journal-a.bin'), 2 ** 40)
  await expect(look(large)).rejects.toThrow('is larger than any journal')
})

/** One that could be read. */
const readableKiosk = async () => join(await diskOf([]), 'kiosk.json')

test.each([
  ['a link', async (path: string) => symlink(await readableKiosk(), path)],
  ['a link to a device', (path: string) => symlink('/dev/zero', path)],
  ['a pipe', async (path: string) => void (await promisify(execFile)('mkfifo', [path]))],
  [
    'larger than any',
    async (path: string) => writeFile(path, `${await readFile(await readableKiosk(), 'utf8')}${' '.repeat(2 ** 20)}`),
  ],
])('a kiosk.json that is %s is not read', async (_what, make) => {
  const disk = await oldDisk({ prisonId: prison.id, operations: [] })
  await make(join(disk, 'kiosk.json'))
  await expect(look(disk)).rejects.toThrow('No kiosk.json that can be read')
})

test('in a maintenance nothing is received, and a look is still possible', async () => {
  const order = anOrder(prison)
  const disk = await diskOf([order])
  isReceiving = async () => false
  await expect(recover(disk)).rejects.toThrow('A maintenance is under way')
  expect((await look(disk)).operations).toHaveLength(1)
  expect(await storedOperations(own.database, [order.id])).toEqual([])
})

test('copies that the terminal set aside are named', async () => {
  const disk = await diskOf([])
  await writeFile(join(disk, 'data', 'journal', 'journal-damaged-2.bin'), '')
  expect(await look(disk)).toMatchObject({ setAside: ['journal-damaged-2.bin'] })
})

test('a journal that a kiosk has open is left alone', async () => {
  const disk = await diskOf([anOrder(prison)])
  const { dev, ino } = await stat(join(disk, 'data', 'journal'), { bigint: true })
  const name = createHash('sha256').update(`${dev}:${ino}`).digest('hex')
  const kiosk = createServer().listen({ path: `\0guichet-journal-${name}` })
  await expect.poll(() => kiosk.listening).toBe(true)
  await expect(look(disk)).rejects.toMatchObject({ code: 'JOURNAL_IN_USE' })
  kiosk.close()
  await expect.poll(() => kiosk.listening).toBe(false)
  expect((await look(disk)).operations).toHaveLength(1)
})
