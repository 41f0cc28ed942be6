import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { aManifest } from '#shared/update/testing/a-manifest.ts'
import type { DataFormats } from '#shared/update/data-formats.ts'
import { manifestText } from '#shared/update/update-manifest.ts'
import type { UpdateOffer } from '#shared/update/update-offer.ts'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createJsonFile } from '../files/json-file.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { AskServer, LineAnswer } from '../line/terminal-line.ts'
import { createUpdateFollower, type UpdateParts } from './follow-updates.ts'
import { sayHealthy } from './say-healthy.ts'
import { createUpdateNotes, type UpdateNotes } from './update-notes.ts'

let top: string
let notes: UpdateNotes
let restarts: number
let questions: unknown[]
beforeEach(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'guichet-follow-'))
  notes = createUpdateNotes({
    folder: path.join(top, 'update'),
    resultFile: path.join(top, 'result'),
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
const follow = (ask: AskServer, changes: Partial<UpdateParts> = {}) =>
  createUpdateFollower({
    ask,
    notes,
    running: '0.2.0',
    architecture: 'x64',
    pause: () => Promise.resolve(),
    isQuiet: () => true,
    hour: () => 3,
    restart: () => {
      restarts += 1
    },
    ...changes,
  })
const rootSays = (line: string) => writeFile(path.join(top, 'result'), `${line}\n`)
const launcherSays = (line: string) => writeFile(path.join(notes.folder, 'failed'), `${line}\n`)

test('lays down what is offered, and changes over once root has installed it', async () => {
  const follower = follow(serving(offerOf(file)))
  await follower.look()
  expect(file.equals(await readFile(notes.offerFile))).toBe(true)
  await follower.changeOver()
  expect(restarts).toBe(0)
  await rootSays('0.3.0 applied')
  await rm(notes.offerFile)
  await follower.look()
  expect(existsSync(notes.offerFile)).toBe(false)
  await follower.changeOver()
  expect(restarts).toBe(1)
})

test.each([
  ['somebody is signed in', { isQuiet: () => false }],
  ['it is not the hour', { hour: () => 12 }],
])('does not change over while %s', async (_what, changes) => {
  const follower = follow(serving(offerOf(file, { hours: { from: 1, to: 5 } })), changes)
  await follower.look()
  await rootSays('0.3.0 applied')
  await follower.changeOver()
  expect(restarts).toBe(0)
})

test('what was gone back from is told, not changed over to, and not laid down again', async () => {
  await rootSays('0.3.0 applied')
  await launcherSays('0.3.0 not healthy after 3 starts')
  await notes.sayTried({ version: 1, tried: { version: '0.3.0', attempt: 1 }, wasAway: false })
  const follower = follow(serving(offerOf(file)))
  await follower.look()
  await follower.changeOver()
  expect(questions).toMatchObject([{ failed: { version: '0.3.0', why: 'not healthy after 3 starts' } }])
  expect([existsSync(notes.offerFile), restarts]).toEqual([false, 0])
})

test('staged once more it is tried once more', async () => {
  await rootSays('0.3.0 applied')
  await launcherSays('0.3.0 not healthy after 3 starts')
  await notes.sayTried({ version: 1, tried: { version: '0.3.0', attempt: 1 }, wasAway: false })
  await follow(serving(offerOf(file, { attempt: 2 }))).look()
  expect(existsSync(notes.offerFile)).toBe(true)
  expect(await notes.failed()).toEqual([])
})

test('what root refused is told and left alone', async () => {
  await rootSays('0.3.0 refused not signed by the release key')
  await notes.sayTried({ version: 1, tried: { version: '0.3.0', attempt: 1 }, wasAway: false })
  await follow(serving(offerOf(file))).look()
  expect(questions).toMatchObject([{ failed: { why: 'not signed by the release key' } }])
  expect(existsSync(notes.offerFile)).toBe(false)
})

test('an update whose trial could not be undone is not laid down', async () => {
  const later = fileOf('0.3.0', { journalNewest: 9, journalOnTrial: 9 })
  await expect(follow(serving(offerOf(later), later)).look()).rejects.toMatchObject({ code: 'UPDATE_REFUSED' })
  expect(existsSync(notes.offerFile)).toBe(false)
})

const unreachable: AskServer = async () => ({ status: 'unreachable', mayHaveArrived: false })

test.each([
  { what: 'the page is shown and the server answers', ask: serving(null), isHealthy: true },
  { what: 'the page is not shown', ask: serving(null), isShown: false, isHealthy: false },
  { what: 'the server does not answer', ask: unreachable, isHealthy: false },
  { what: 'the server did not answer before either', ask: unreachable, wasAway: true, isHealthy: true },
])('where $what', async ({ ask, isShown = true, wasAway = false, isHealthy }) => {
  await notes.sayTried({ version: 1, tried: { version: '0.3.0', attempt: 1 }, wasAway })
  const say = () => sayHealthy({ notes, ask, running: '0.3.0', isPageShown: () => isShown })
  expect(await say()).toBe(isHealthy)
  expect(await notes.healthy()).toBe(isHealthy ? '0.3.0' : undefined)
})
