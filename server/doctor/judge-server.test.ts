import { expect, test } from 'vitest'
import type { FindingState } from '#shared/doctor/finding.ts'
import { judgeServer, serverCheckNames } from './judge-server.ts'
import type { ServerFacts } from './server-facts.ts'

const at = new Date('2026-03-02T10:00:00Z')
const inDays = (days: number) => new Date(at.getTime() + days * 24 * 60 * 60 * 1000)
const GIB = 1024 * 1024 * 1024

const well: ServerFacts = {
  at,
  database: {
    answersMs: 12,
    clockOffsetMs: 40,
    migration: '0008-doctor-reports',
    newestMigration: '0008-doctor-reports',
    latestWrite: inDays(-0.01),
    servers: 1,
    stateVersion: 3,
  },
  disk: { freeBytes: 80 * GIB, totalBytes: 200 * GIB },
  keys: [
    { name: 'keys', mode: 0o700, isOwn: true },
    { name: 'server.pem', mode: 0o600, isOwn: true },
  ],
  certificates: [
    { name: 'server', endsAt: inDays(300) },
    { name: 'authority', endsAt: inDays(3000) },
  ],
  backupAt: inDays(-0.5),
  gateway: { address: '127.0.0.1:3128', isListening: true },
}

const database = (change: Partial<ServerFacts['database']>): Partial<ServerFacts> => ({
  database: { ...well.database, ...change },
})

const sabotages: readonly (readonly [check: string, state: FindingState, change: Partial<ServerFacts>])[] = [
  ['server.running', 'fail', database({ servers: 0 })],
  ['server.database', 'warn', database({ answersMs: 900 })],
  ['server.database', 'fail', database({ answersMs: 9000 })],
  ['server.migration', 'fail', database({ migration: '0009-later' })],
  ['server.state', 'fail', database({ stateVersion: null })],
  ['server.disk', 'warn', { disk: { freeBytes: 4 * GIB, totalBytes: 200 * GIB } }],
  ['server.disk', 'fail', { disk: { freeBytes: GIB / 2, totalBytes: 200 * GIB } }],
  ['server.disk', 'unknown', { disk: null }],
  ['server.keys', 'fail', { keys: [{ name: 'state-key.pem', mode: 0o640, isOwn: true }] }],
  ['server.keys', 'fail', { keys: [{ name: 'state-key.pem', mode: 0o600, isOwn: false }] }],
  ['server.keys', 'fail', { keys: [] }],
  ['server.certificates', 'warn', { certificates: [{ name: 'server', endsAt: inDays(20) }] }],
  ['server.certificates', 'fail', { certificates: [{ name: 'authority', endsAt: inDays(2) }] }],
  ['server.clock', 'fail', database({ clockOffsetMs: -60_000 })],
  ['server.clock', 'fail', database({ latestWrite: inDays(1) })],
  ['server.backup', 'unknown', { backupAt: null }],
  ['server.backup', 'warn', { backupAt: inDays(-2) }],
  ['server.backup', 'fail', { backupAt: inDays(-30) }],
  ['server.gateway', 'fail', { gateway: { address: '127.0.0.1:3128', isListening: false } }],
]

test('nothing is wrong with a server that is as it should be, with Squid or without', () => {
  expect(judgeServer(well).filter(({ state }) => state !== 'ok')).toEqual([])
  expect(judgeServer({ ...well, gateway: null }).map(({ check }) => check)).not.toContain('server.gateway')
})

test.each(sabotages)('each thing that is broken is named, and nothing else: %s, %s', (check, state, change) => {
  const ill = judgeServer({ ...well, ...change }).filter(finding => finding.state !== 'ok')
  expect(ill.map(finding => [finding.check, finding.state])).toEqual([[check, state]])
  expect(ill[0]?.means).not.toBe('')
})

test('every check has been broken once', () => {
  const broken = new Set(sabotages.map(([check]) => check))
  expect(serverCheckNames.filter(check => !broken.has(check))).toEqual([])
  expect(new Set(serverCheckNames).size).toBe(serverCheckNames.length)
})
