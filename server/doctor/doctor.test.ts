import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { DoctorReport } from '#shared/doctor/doctor-report.ts'
import { findingSchema } from '#shared/doctor/finding.ts'
import { addDoctorCommand } from '../cli/commands/doctor.ts'
import { runCommand } from '../cli/testing/run-command.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { judgeFleet } from './judge-fleet.ts'
import { readFleet } from './read-fleet.ts'

let own: TestDatabase
let server: TestServer
let prison: TestPrison

beforeAll(async () => {
  own = await createTestDatabase()
  server = createTestServer(own.database)
})
beforeEach(async () => {
  prison = await aPrison(own.database)
  await own.database.deleteFrom('doctor_reports').execute()
})
afterAll(async () => {
  await server.close()
  await own.drop()
})

const fleetSchema = z.object({ terminals: z.array(z.object({ name: z.string(), state: z.string() })) })
const serverSchema = z.object({ state: z.string(), findings: z.array(findingSchema) })

const report: DoctorReport = {
  version: 1,
  at: TEST_NOW.toISOString(),
  program: { version: '0.2.0', electron: '45.4.1', isPackaged: true },
  checked: 80,
  findings: [
    {
      check: 'network.rules',
      state: 'fail',
      about: 'the network’s rules in force',
      got: 'none',
      want: 'as written',
      means: 'This machine may reach what it should not.',
      remedy: 'systemctl restart nftables.',
    },
  ],
}

const send = (payload: object, headers: Record<string, string> = tokenOf()) =>
  server.app.inject({ method: 'POST', url: terminalRoutes.doctor, headers, payload })
const tokenOf = () => ({ authorization: `Bearer ${server.tokenFor(prison, prison.terminals[0])}` })
const fleetHere = async () => {
  const names = new Set<string>(prison.terminals.map(({ name }) => name))
  return (await readFleet(own.database)).filter(({ name }) => names.has(name))
}

test('a terminal’s report is kept in place of the one before, and names it first in the fleet', async () => {
  expect((await send({ ...report, findings: [] })).statusCode).toBe(204)
  expect((await send(report)).statusCode).toBe(204)
  const [first] = judgeFleet(await fleetHere(), server.now)
  expect(first).toMatchObject({
    name: prison.terminals[0].name,
    state: 'ill',
    version: '0.2.0',
    reasons: ['the network’s rules in force: none (network.rules)', 'never on its channel'],
  })
  expect(await own.database.selectFrom('doctor_reports').select('checked').execute()).toEqual([{ checked: 80 }])
})

test('a report that a server of another version took hides no other terminal', async () => {
  await send(report)
  await own.database
    .updateTable('doctor_reports')
    .set({ findings: JSON.stringify([{ check: 'of-tomorrow', colour: 'red' }]) })
    .execute()
  const [first] = judgeFleet(await fleetHere(), server.now)
  expect(first?.reasons).toContain('what its doctor said: a report of another version of Guichet (report.words)')
})

test('a terminal that was revoked is no part of the fleet', async () => {
  await send(report)
  await own.database
    .updateTable('terminals')
    .set({ revoked_at: TEST_NOW })
    .where('id', '=', prison.terminals[0].id)
    .execute()
  expect((await fleetHere()).map(({ name }) => name)).toEqual([prison.terminals[1].name])
})

test.each([
  ['nobody proved', report, {}, 401],
  ['an unknown key', { ...report, hint: 1 }, undefined, 400],
  ['a check that is no name', { ...report, findings: [{ ...report.findings[0], check: '<b>' }] }, undefined, 400],
  [
    'more findings than there are checks',
    { ...report, findings: Array.from({ length: 151 }, () => report.findings[0]) },
    undefined,
    400,
  ],
  [
    'a text beyond all measure',
    { ...report, findings: [{ ...report.findings[0], got: 'a'.repeat(300_000) }] },
    undefined,
    413,
  ],
])('refuses a report with %s, and keeps nothing', async (_what, payload, headers, status) => {
  expect((await send(payload, headers)).statusCode).toBe(status)
  expect(await own.database.selectFrom('doctor_reports').selectAll().execute()).toEqual([])
})

test('on the command line: the fleet and the server, for a person and for a machine, and what is wrong is the exit code', async () => {
  await send(report)
  const data = await mkdtemp(join(tmpdir(), 'guichet-doctor-'))
  await mkdir(join(data, 'keys'), { mode: 0o755 })
  const run = (...words: readonly string[]) =>
    runCommand(own.connection, addDoctorCommand, ['doctor', '--data', data, ...words])
  try {
    expect(await run('--fleet')).toContain(`ILL     ${prison.terminals[0].name}`)
    const { terminals } = fleetSchema.parse(JSON.parse(await run('--fleet', '--json')))
    expect(terminals.filter(({ state }) => state === 'ill').map(({ name }) => name)).toEqual([prison.terminals[0].name])
    expect(process.exitCode).toBe(1)
    const said = await run()
    expect(said).toContain('server.running')
    expect(said).toContain('keys 0755')
    const { state, findings } = serverSchema.parse(JSON.parse(await run('--json')))
    expect(state).toBe('fail')
    expect(findings.find(({ check }) => check === 'server.keys')?.state).toBe('fail')
  } finally {
    process.exitCode = undefined
    await rm(data, { recursive: true })
  }
})
