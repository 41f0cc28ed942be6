import { journalFileNames } from '#shared/journal/journal-files.ts'
import { sampleFile } from '#shared/journal/testing/sample-file.ts'
import { writeSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WebContents } from 'electron'
import { MIN_CAPACITY_BYTES } from '../journal/journal.ts'
import { startFakePrison } from './fake-prison.ts'
import { sampleConfiguration, writeConfiguration } from './kiosk-configuration.ts'
import { sampleOrder } from './sample-operations.ts'
import { startWindowless } from './windowless-kiosk.ts'

/*
 * For a test of updates: a prison, and what stands for the kiosk's program in one version or another. Of the kiosk everything
 * is real but window and page. Each says what it has to say on its standard output, a line each.
 *
 *   prison FOLDER PORT       enrols the terminal in FOLDER for a server behind PORT; says its own port, and what it received when asked
 *   kiosk FOLDER VERSION     is the kiosk of that terminal: `holds N`, then sends all of it, `sent`, and `is healthy`
 *   broken FOLDER VERSION    the same, but its files count as not whole once it has opened the journal
 */

const [role, folder = '', word = ''] = process.argv.slice(2)
const QUEUED = 3
const LOOK_EVERY_MS = 100
const say = (line: string) => void writeSync(1, `${line}\n`)

async function bePrison(): Promise<void> {
  const prison = await startFakePrison()
  const url = `https://127.0.0.1:${word}`
  await writeConfiguration(folder, { ...sampleConfiguration(), server: { ...prison.server, url } })
  await recordAsVersion1()
  say(new URL(prison.server.url).port)
  createInterface(process.stdin).on('line', () => {
    say(JSON.stringify(prison.received))
  })
}

/** The journal as the first version left it: in clear, the operations of a terminal whose line was away. */
async function recordAsVersion1(): Promise<void> {
  const journal = path.join(folder, 'data/journal')
  await mkdir(journal, { recursive: true })
  const copied = Array.from({ length: QUEUED }, () => ({ type: 'operation' as const, payload: sampleOrder() }))
  const { bytes } = await sampleFile({ version: 1, capacityBytes: MIN_CAPACITY_BYTES, copied })
  await writeFile(path.join(journal, journalFileNames[0]), bytes)
}

async function beKiosk(release: string, isBroken: boolean): Promise<void> {
  const stamp = {
    version: 1,
    release,
    isDevelopment: true,
    electron: '0',
    runtime: 'pinned',
    commit: 'unknown',
    isChanged: false,
    builtAt: '2026-11-23T06:29:00.000Z',
    releaseKey: '-----BEGIN PUBLIC KEY-----',
  } as const
  const page = { isDestroyed: () => false, isLoading: () => false, send: () => undefined } as unknown as WebContents
  const { value } = startWindowless({
    configurationFile: path.join(folder, 'kiosk.json'),
    dataFolder: path.join(folder, 'data'),
    stamp,
    page: () => page,
  })
  await value('session:people', {})
  const waiting = async () => (await value('journal:read', {})).entries.map(({ operation }) => operation)
  say(`${release} holds ${(await waiting()).length}`)
  if (isBroken) process.exit(78)
  while ((await waiting()).length > 0) {
    await value('line:push', { operations: await waiting() })
    await sleep(LOOK_EVERY_MS)
  }
  say(`${release} sent`)
  const healthy = () => readFile(path.join(folder, 'update/healthy'), 'utf8').catch(() => '')
  while ((await healthy()).trim() !== release) await sleep(LOOK_EVERY_MS)
  say(`${release} is healthy`)
}

if (role === 'prison') await bePrison()
else await beKiosk(word, role === 'broken')
