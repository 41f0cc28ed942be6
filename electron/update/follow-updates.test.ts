import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { aManifest } from '#shared/update/testing/a-manifest.ts'
import type { DataFormats } from '#shared/update/data-formats.ts'
import { manifestText } from '#shared/update/update-manifest.ts'
import type { UpdateOffer } from '#shared/update/update-offer.ts'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createJsonFile } from '../files/json-file.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { AskServer, LineAnswer } from '../line/terminal-line.ts'
import { createUpdateFollower, TRY_AGAIN_MS, type UpdateParts } from './follow-updates.ts'
import { sayHealthy } from './say-healthy.ts'
import { createUpdateNotes, type UpdateNotes } from './update-notes.ts'

const NOW = new Date('2026-11-23T03:00:00.000Z')

let top: string
let notes: UpdateNotes
let restarts: number
let questions: unknown[]
beforeEach(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'guichet-follow-'))
  notes = createUpdateNotes({
    folder: path.join(top, 'update'),
    programsFolder: top,
    createJsonFile,
    replaceFile,
  })
  await mkdir(notes.folder)
  restarts = 0
  questions = []
})
afterEach(() => rm(top, { recursive: true }))

/** An update file as far as a kiosk looks into it. */
function fileOf(version: string, formats: Partial<DataFormats> = {}): Buffer {
  const text = Buffer.from(manifestText(aManifest({ version, ...formats })))
  const head = Buffer.alloc(512)
  head.write('manifest.json', 0, 'latin1')
  head.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1')
  return Buffer.concat([head, text])
}
const file = fileOf('0.3.0')
const offerOf = (bytes: Buffer, changes: Partial<UpdateOffer> = {}): UpdateOffer => ({
  version: '0.3.0',
  attempt: 1,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  hours: null,
  ...changes,
})

function serving(offer: UpdateOffer | null, bytes = file): AskServer {
  return async ({ path: address, body }): Promise<LineAnswer> => {
    if (address === terminalRoutes.probe) return { status: 'answered', httpStatus: 204, body: null }
    if (address === terminalRoutes.update) questions.push(JSON.parse(body ?? ''))
    const answer = address === terminalRoutes.update ? { update: offer } : { data: bytes.toString('base64') }
    return { status: 'answered', httpStatus: 200, body: answer }
  }
}
const unreachable: AskServer = async () => ({ status: 'unreachable', mayHaveArrived: false })
const follow = (ask: AskServer, changes: Partial<UpdateParts> = {}) =>
  createUpdateFollower({
    ask,
    notes,
    running: '0.2.0',
    architecture: 'x64',
    freeBytes: () => Promise.resolve(1024 ** 4),
    pause: () => Promise.resolve(),
    isQuiet: () => true,
    uptimeMs: () => 0,
    now: () => NOW,
    hour: () => 3,
    restart: () => {
      restarts += 1
    },
    ...changes,
  })
const chosen = () => readFile(path.join(notes.folder, 'chosen'), 'utf8').catch(() => undefined)
const rootSays = (line: string) => writeFile(path.join(top, 'result'), `${line}\n`)
async function rootInstalls(version: string): Promise<void> {
  await symlink(version, path.join(top, 'current'))
  await rootSays(`${version} applied `)
}
const launcherSays = (line: string) => writeFile(path.join(notes.folder, 'failed'), `${line}\n`)

test('lays down what is offered, and changes over once root has installed it', async () => {
  const follower = follow(serving(offerOf(file)))
  await follower.look()
  expect(file.equals(await readFile(notes.offerFile))).toBe(true)
  await follower.changeOver()
  expect(restarts).toBe(0)
  await rootInstalls('0.3.0')
  await rm(notes.offerFile)
  await follower.look()
  expect(existsSync(notes.offerFile)).toBe(false)
  await follower.changeOver()
  expect(restarts).toBe(1)
  expect(await chosen()).toBe('0.3.0\n')
})

test.each([
  ['somebody is signed in', { isQuiet: () => false }],
  ['it is not the hour', { hour: () => 12 }],
])('does not change over while %s', async (_what, changes) => {
  const follower = follow(serving(offerOf(file, { hours: { from: 1, to: 5 } })), changes)
  await follower.look()
  await rootInstalls('0.3.0')
  await follower.changeOver()
  expect([restarts, await chosen()]).toEqual([0, undefined])
})

test.each([
  { what: 'it was not said in which hours', offers: [] },
  { what: 'the stage was paused', offers: [offerOf(file), null] },
  { what: 'another version is staged by now', offers: [offerOf(file), offerOf(file, { version: '0.4.0' })] },
])('does not change over where $what', async ({ offers }) => {
  await rootInstalls('0.3.0')
  let offer: UpdateOffer | null = null
  const ask: AskServer = request => serving(offer)(request)
  const follower = follow(ask, { freeBytes: () => Promise.resolve(0) })
  for (offer of offers) await follower.look().catch(() => undefined)
  await follower.changeOver()
  expect([restarts, await chosen()]).toEqual([0, undefined])
})

test('does not change over while the server does not answer', async () => {
  await rootInstalls('0.3.0')
  let isThere = true
  const ask: AskServer = request => (isThere ? serving(offerOf(file)) : unreachable)(request)
  const follower = follow(ask)
  await follower.look()
  isThere = false
  await follower.changeOver()
  expect([restarts, await chosen()]).toEqual([0, undefined])
})

test('whoever comes at the last moment is left alone, and nothing is tried later for it', async () => {
  await rootInstalls('0.3.0')
  let looks = 0
  const isQuiet = () => (looks += 1) < 3
  const follower = follow(serving(offerOf(file)), { isQuiet })
  await follower.look()
  await follower.changeOver()
  expect(looks).toBe(3)
  expect([restarts, await chosen()]).toEqual([0, undefined])
})

test('what a technician has gone back from by hand is not changed over to', async () => {
  await rootInstalls('0.3.0')
  await rm(path.join(top, 'current'))
  const follower = follow(serving(offerOf(file)))
  await follower.look()
  await follower.changeOver()
  expect([restarts, await chosen()]).toEqual([0, undefined])
})

test('what had no answer on trial is told, and tried again after a while', async () => {
  await rootInstalls('0.3.0')
  await writeFile(path.join(notes.folder, 'postponed'), '0.3.0 no answer from the server in start 1 of 3\n')
  let uptimeMs = TRY_AGAIN_MS - 1
  const follower = follow(serving(offerOf(file)), { uptimeMs: () => uptimeMs })
  await follower.look()
  expect(questions).toMatchObject([{ failed: { version: '0.3.0', why: 'no answer from the server in start 1 of 3' } }])
  expect(existsSync(notes.offerFile)).toBe(false)
  await follower.changeOver()
  expect(restarts).toBe(0)
  uptimeMs = TRY_AGAIN_MS
  await follower.changeOver()
  expect(restarts).toBe(1)
})

test('what was gone back from is told, not changed over to, and not laid down again', async () => {
  await rootInstalls('0.3.0')
  await launcherSays('0.3.0 not healthy after 3 starts')
  await notes.sayTried({ version: '0.3.0', attempt: 1 })
  const follower = follow(serving(offerOf(file)))
  await follower.look()
  await follower.changeOver()
  expect(questions).toMatchObject([{ failed: { version: '0.3.0', why: 'not healthy after 3 starts' } }])
  expect([existsSync(notes.offerFile), restarts]).toEqual([false, 0])
})

test('staged once more it is tried once more', async () => {
  await rootInstalls('0.3.0')
  await launcherSays('0.3.0 not healthy after 3 starts')
  await notes.sayTried({ version: '0.3.0', attempt: 1 })
  await follow(serving(offerOf(file, { attempt: 2 }))).look()
  expect(existsSync(notes.offerFile)).toBe(true)
  expect(await notes.failed()).toEqual([])
})

test('what root refused is told and left alone', async () => {
  await rootSays('0.3.0 refused not signed by the release key')
  await notes.sayTried({ version: '0.3.0', attempt: 1 })
  await follow(serving(offerOf(file))).look()
  expect(questions).toMatchObject([{ failed: { why: 'not signed by the release key' } }])
  expect(existsSync(notes.offerFile)).toBe(false)
})

test('an update whose trial could not be undone is not laid down', async () => {
  const later = fileOf('0.3.0', { journalNewest: 9, journalOnTrial: 9 })
  const follower = follow(serving(offerOf(later), later))
  await expect(follower.look()).rejects.toMatchObject({ code: 'UPDATE_REFUSED' })
  expect(existsSync(notes.offerFile)).toBe(false)
  await expect(follower.look()).rejects.toMatchObject({ code: 'UPDATE_REFUSED' })
  const why = 'an update whose trial could not be undone here'
  expect(questions).toMatchObject([{ failed: null }, { failed: { version: '0.3.0', why } }])
})

test('since when an update is offered is noted once, and forgotten with it', async () => {
  const noted = () => readFile(path.join(notes.folder, 'offered.json'), 'utf8').catch(() => undefined)
  await follow(serving(offerOf(file))).look()
  await follow(serving(offerOf(file)), { now: () => new Date(0) }).look()
  expect(JSON.parse((await noted()) ?? '')).toEqual({ version: '0.3.0', since: NOW.toISOString() })
  await follow(serving(null)).look()
  expect(await noted()).toBeUndefined()
})

test.each([
  { what: 'the page is shown and the server answers', ask: serving(null), healthy: '0.3.0', shown: undefined },
  { what: 'the page is not shown', ask: serving(null), isShown: false, healthy: undefined, shown: undefined },
  { what: 'only the server does not answer', ask: unreachable, healthy: undefined, shown: '0.3.0\n' },
])('where $what', async ({ ask, isShown = true, healthy, shown }) => {
  const say = () => sayHealthy({ notes, ask, running: '0.3.0', isPageShown: () => isShown })
  expect(await say()).toBe(healthy !== undefined)
  expect(await notes.healthy()).toBe(healthy)
  expect(await readFile(path.join(notes.folder, 'shown'), 'utf8').catch(() => undefined)).toBe(shown)
})
