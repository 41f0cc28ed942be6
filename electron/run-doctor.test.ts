import { findingSchema, type FindingState } from '#shared/doctor/finding.ts'
import { terminalFactsSchema } from '#shared/doctor/terminal-facts.ts'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { ConnectedKiosk } from './connect-kiosk.ts'
import { runDoctor } from './run-doctor.ts'
import { startFakePrison, type FakePrison } from './testing/fake-prison.ts'
import { sampleConfiguration, writeConfiguration } from './testing/kiosk-configuration.ts'
import { startWindowless } from './testing/windowless-kiosk.ts'

/*
 * A terminal that has run, on its disk and beside its prison, broken for real in one way after the other. What only root or a
 * browser part can show is in shared/doctor/sabotage.test.ts.
 */

const saidSchema = z.object({ state: z.string(), findings: z.array(findingSchema), facts: terminalFactsSchema })

let prison: FakePrison
let folder: string
let data: string
let configurationFile: string
let kiosk: ConnectedKiosk

beforeEach(async () => {
  prison = await startFakePrison()
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-doctor-'))
  data = path.join(folder, 'data')
  const { url } = prison.server
  configurationFile = await writeConfiguration(folder, {
    ...sampleConfiguration(),
    server: prison.server,
    gateway: { url, authorityPem: prison.server.authorityPem },
  })
  await chmod(path.join(folder, 'terminal.pem'), 0o600)
  const started = startWindowless({ configurationFile, dataFolder: data })
  kiosk = started.kiosk
  await started.value('line:pull', { cursor: null })
})
afterEach(async () => {
  await kiosk.close()
  await prison.close()
  await rm(folder, { recursive: true })
})

const whole = () => Promise.resolve({ files: 'whole', filesAgeMs: 0 } as const)

async function examine() {
  let said = ''
  const parts = { configurationFile, dataFolder: data, version: '1.2.3', stamp: undefined }
  const code = await runDoctor({ ...parts, checkFiles: whole }, { isJson: true, write: text => (said += text) })
  const { findings, facts } = saidSchema.parse(JSON.parse(said))
  const stateOf = (check: string): FindingState | undefined => findings.find(one => one.check === check)?.state
  return { code, stateOf, facts }
}

test('beside a kiosk that runs, all that concerns its own things is well', async () => {
  const { stateOf, facts } = await examine()
  const own = [
    'terminal.configuration',
    'terminal.key',
    'journal.state',
    'journal.waiting',
    'journal.room',
    'disk.room',
  ]
  const line = ['network.server', 'network.identity', 'network.gateway', 'time.clock']
  expect([...own, ...line].filter(check => stateOf(check) !== 'ok')).toEqual([])
  expect(facts.reach.forbidden).toEqual([])
})

test.each([
  ['terminal.key', 'the key is for everybody', () => chmod(path.join(folder, 'terminal.pem'), 0o644)],
  ['terminal.key', 'the key is gone', () => rm(path.join(folder, 'terminal.pem'))],
  ['terminal.configuration', 'the configuration was edited', () => writeFile(configurationFile, '{"version":1}')],
  ['terminal.configuration', 'the configuration is gone', () => rm(configurationFile)],
  ['network.server', 'the server does not answer', () => prison.close()],
  ['network.gateway', 'the gateway does not answer', () => prison.close()],
  ['journal.state', 'the storage key is another’s', () => writeFile(path.join(data, 'storage-key'), 'x'.repeat(32))],
  ['disk.room', 'the data folder is gone', () => rm(data, { recursive: true })],
  ['control.document', 'the state document was written over', () => writeFile(path.join(data, 'state.json'), '{')],
  ['control.lease', 'the lease was written over', () => writeFile(path.join(data, 'lease.json'), '{}')],
])('broken for real, it is named: %s, %s', async (check, _how, breakIt) => {
  await kiosk.close()
  await breakIt()
  const { code, stateOf } = await examine()
  expect(stateOf(check)).toBe('fail')
  expect(code).toBe(1)
})

test('for a person it says what to do, and what is well in a line', async () => {
  let said = ''
  const parts = { configurationFile, dataFolder: data, version: '1.2.3', stamp: undefined, checkFiles: whole }
  await runDoctor(parts, { isJson: false, write: text => (said += text) })
  expect(said).toContain('FAIL  what root looks at, every ten minutes (machine.facts)')
  expect(said).toContain('Do: ')
  expect(said).toMatch(/^ok {4}.*journal\.state/m)
})
