import { generateKeyPairSync } from 'node:crypto'
import { fingerprintWords } from '#shared/enrolment/fingerprint-words.ts'
import { once } from 'node:events'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import path from 'node:path'
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { readConfiguration } from '../configuration/read-configuration.ts'
import { replaceFile } from '../files/replace-file.ts'
import { createThrowAwayAuthority, type ThrowAwayAuthority } from '../testing/throw-away-server.ts'
import { authorityFingerprint } from './authority.ts'
import { createEnrolmentDisk } from './enrolment-disk.ts'
import { openBench } from './testing/enrolment-bench.ts'
import { GOOD_CODE } from './testing/stand-in-server.ts'

const refusedWith = (code: string) => ({ code })
let authority: ThrowAwayAuthority
let bench: Awaited<ReturnType<typeof openBench>>

beforeAll(async () => {
  authority = await createThrowAwayAuthority()
})
beforeEach(async () => {
  bench = await openBench(authority)
})

const asked = () => bench.server.asked.map(line => line.split(' ', 2).join(' '))

test('a server and a code that are typed make a terminal that can start', async () => {
  const terminal = await bench.start()
  expect(await terminal.begin()).toEqual({ server: null, code: null, isUnderWay: false })
  const found = await terminal.find()
  expect(found).toEqual({ address: new URL(bench.server.url).host, words: fingerprintWords(bench.fingerprint) })
  expect(await terminal.look()).toMatchObject({ status: 'found', terminal: { name: 'A-101', cell: 'A-101' } })
  await terminal.takeIn()

  const { configuration, privateKey } = await readConfiguration(bench.configurationFile)
  expect(configuration.server.url).toBe(bench.server.url)
  expect(privateKey.asymmetricKeyType).toBe('ed25519')
  expect(terminal.told).toEqual(['enrolled'])
  expect((await readdir(bench.folder)).toSorted()).toEqual(['kiosk.json', 'terminal-key.pem'])
  for (const name of ['kiosk.json', 'terminal-key.pem']) {
    expect((await stat(path.join(bench.folder, name))).mode & 0o777).toBe(0o600)
  }
})

test('no code is sent before somebody compared the words', async () => {
  const terminal = await bench.start()
  await terminal.find()
  await expect(terminal.look(GOOD_CODE, false)).rejects.toMatchObject(refusedWith('ENROLMENT_KEY_DIFFERS'))
  expect(asked()).toEqual(['GET /terminal/v1/probe'])
})

test('the key of a sheet’s text is compared here, and no words are asked', async () => {
  const terminal = await bench.start()
  expect(await terminal.find(bench.server.url, bench.fingerprint)).toMatchObject({ words: null })
  expect(await terminal.look(GOOD_CODE, false)).toMatchObject({ status: 'found' })
})

test('another key than the sheet’s ends it before anything is sent', async () => {
  const terminal = await bench.start()
  const other = authorityFingerprint((await createThrowAwayAuthority()).certificatePem)
  await expect(terminal.find(bench.server.url, other)).rejects.toMatchObject(refusedWith('ENROLMENT_KEY_DIFFERS'))
  await expect(terminal.look()).rejects.toMatchObject(refusedWith('ENROLMENT_SERVER_UNKNOWN'))
  expect(asked()).toEqual([])
})

test('who steps between look and enrolment with another authority learns neither code nor key', async () => {
  const terminal = await bench.start()
  await terminal.find()
  await terminal.look()
  const port = new URL(bench.server.url).port
  await bench.server.close()
  const thief = await takePlace(port)
  await expect(terminal.takeIn()).rejects.toMatchObject(refusedWith('ENROLMENT_KEY_DIFFERS'))
  expect(thief.heard).toEqual([])
  expect(await readdir(bench.folder)).not.toContain('kiosk.json')
})

/** A server on the same port whose certificate another authority issued. */
async function takePlace(port: string) {
  const heard: string[] = []
  const other = await createThrowAwayAuthority()
  const { cert, key } = await other.issue()
  const thief = createServer({ cert: `${cert}\n${other.certificatePem}`, key }, request => {
    heard.push(request.url ?? '')
  })
  thief.listen(Number(port), '127.0.0.1')
  await once(thief, 'listening')
  onTestFinished(() => {
    thief.closeAllConnections()
    thief.close()
  })
  return { heard }
}

test('a configuration that pins another authority is not written', async () => {
  const other = await createThrowAwayAuthority()
  const pinned = bench.server.configuration['server'] as object
  bench.server.configuration = {
    ...bench.server.configuration,
    server: { ...pinned, authorityPem: other.certificatePem },
  }
  const terminal = await bench.start()
  await terminal.find()
  await terminal.look()
  await expect(terminal.takeIn()).rejects.toMatchObject(refusedWith('ENROLMENT_KEY_DIFFERS'))
  expect(await readdir(bench.folder)).not.toContain('kiosk.json')
})

test('an answer that is lost is asked for again, with the same key, at once or after a power cut', async () => {
  const first = await bench.start()
  await first.find()
  await first.look()
  bench.server.losesAnswers = true
  await expect(first.takeIn()).rejects.toMatchObject(refusedWith('LINE_ANSWER_LOST'))
  await expect(first.takeIn()).rejects.toMatchObject(refusedWith('LINE_ANSWER_LOST'))
  bench.server.losesAnswers = false

  const second = await bench.start()
  const address = new URL(bench.server.url).host
  expect(await second.begin()).toEqual({ server: { address, words: null }, code: GOOD_CODE, isUnderWay: true })
  await second.takeIn()
  expect(new Set(bench.server.keys).size).toBe(1)
  expect(second.told).toEqual(['enrolled'])
  await expect(readConfiguration(bench.configurationFile)).resolves.toBeDefined()
})

test.each([
  ['before the key is on the disk', { publicKey: cutOff }, 0],
  ['between the key and what is under way', { writeUnderWay: cutOff }, 0],
  ['between the answer and the configuration', { writeConfiguration: cutOff }, 1],
])('a power cut %s loses nothing', async (_when, broken, sent) => {
  const first = await bench.start(broken)
  await first.find()
  await first.look()
  await expect(first.takeIn()).rejects.toThrow('the power failed')
  expect(bench.server.keys).toHaveLength(sent)

  const second = await bench.start()
  const { isUnderWay } = await second.begin()
  expect(isUnderWay).toBe(sent === 1)
  if (!isUnderWay) {
    await second.find()
    await second.look()
  }
  await second.takeIn()
  expect(new Set(bench.server.keys).size).toBe(1)
  await expect(readConfiguration(bench.configurationFile)).resolves.toBeDefined()
})

function cutOff(): Promise<never> {
  return Promise.reject(new Error('the power failed'))
}

test('a terminal is taken in once, however often it is pressed', async () => {
  const terminal = await bench.start()
  await terminal.find()
  await terminal.look()
  await Promise.all([terminal.takeIn(), terminal.takeIn()])
  expect(terminal.told).toEqual(['enrolled'])
  expect(bench.server.keys).toHaveLength(1)
})

test.each(['ENROLMENT_CODE_EXPIRED', 'ENROLMENT_CODE_UNKNOWN', 'ENROLMENT_CODE_USED', 'ENROLMENT_TRIES_SPENT'])(
  'what the server says of a code is handed on: %s',
  async code => {
    const terminal = await bench.start()
    await terminal.find()
    bench.server.refusal = { status: 409, code }
    await expect(terminal.look()).rejects.toMatchObject(refusedWith(code))
  },
)

test('a code that is refused for good is not tried again at the next start', async () => {
  const terminal = await bench.start()
  await terminal.find()
  await terminal.look()
  bench.server.refusal = { status: 409, code: 'ENROLMENT_CODE_USED' }
  await expect(terminal.takeIn()).rejects.toMatchObject(refusedWith('ENROLMENT_CODE_USED'))
  expect(await (await bench.start()).begin()).toEqual({ server: null, code: null, isUnderWay: false })
})

test('a clock that is far off is told with both times, and one that is nearly right is not', async () => {
  const nowMs = Date.parse('1970-01-01T00:10:00.000Z')
  const slow = await bench.start({}, () => nowMs)
  await slow.find()
  expect(await slow.look()).toMatchObject({ status: 'clock-wrong', terminalTime: '1970-01-01T00:10:00.000Z' })
  await expect(slow.takeIn()).rejects.toMatchObject(refusedWith('ENROLMENT_CODE_UNKNOWN'))
  const nearly = await bench.start({}, () => Date.now() - 4 * 60_000)
  await nearly.find()
  expect(await nearly.look()).toMatchObject({ status: 'found' })
})

test('a terminal on which nothing can be kept says so before it asks for anything', async () => {
  const inTheWay = path.join(bench.folder, 'in-the-way')
  await writeFile(inTheWay, '')
  const terminal = await bench.start(createEnrolmentDisk(path.join(inTheWay, 'kiosk.json'), replaceFile))
  await expect(terminal.begin()).rejects.toMatchObject(refusedWith('DATA_FOLDER_UNUSABLE'))
})

test.each([
  ['is no key', () => 'cut off'],
  ['an earlier enrolment left', () => somebodysKey()],
])('what lies there and %s is written over', async (_what, write) => {
  const file = path.join(bench.folder, 'terminal-key.pem')
  const before = write()
  await writeFile(file, before)
  const terminal = await bench.start()
  await terminal.find()
  await terminal.look()
  await terminal.takeIn()
  const after = await readFile(file, 'utf8')
  expect(after).toContain('PRIVATE KEY')
  expect(after).not.toBe(before)
})

function somebodysKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}
