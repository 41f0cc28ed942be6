import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { GOOD_CODE, startStandIn, type StandInServer } from './enrolment/testing/stand-in-server.ts'
import { createThrowAwayAuthority } from './testing/throw-away-server.ts'
import { startWindowless } from './testing/windowless-kiosk.ts'

let folder: string
let server: StandInServer

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-new-'))
  server = await startStandIn(await createThrowAwayAuthority())
  onTestFinished(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })
})

const start = () =>
  startWindowless({ configurationFile: path.join(folder, 'kiosk.json'), dataFolder: path.join(folder, 'data') })

test('a terminal without a configuration asks for one, and goes on as the kiosk it became', async () => {
  const { kiosk, value, enrolment, problems } = start()
  const asked = value('terminal:describe', {})
  expect(await value('enrolment:begin', {})).toEqual({ server: null, code: null, isUnderWay: false })
  expect(enrolment).toEqual(['not enrolled'])
  await value('enrolment:find-server', { address: server.url, fingerprint: null })
  await value('enrolment:look', { code: GOOD_CODE, areWordsSame: true })
  await value('enrolment:take-in', {})

  expect(await asked).toMatchObject({ terminalName: 'A-101' })
  expect(enrolment).toEqual(['not enrolled', 'enrolled'])
  expect(problems).toEqual([])
  await kiosk.close()
})

test('one that is switched off before that ends in peace', async () => {
  const { kiosk, value, problems, log } = start()
  await value('enrolment:begin', {})
  await kiosk.close()
  expect([problems, log]).toEqual([[], []])
})

test('one whose pinned server cannot be read is not set up right, and asks for nothing', async () => {
  await writeFile(path.join(folder, 'server.json'), '{')
  const { kiosk, call, enrolment } = start()
  expect(await call('enrolment:begin', {})).toMatchObject({ ok: false, error: { code: 'CONFIGURATION_INVALID' } })
  await expect.poll(() => enrolment).toEqual([])
  await kiosk.close()
})
