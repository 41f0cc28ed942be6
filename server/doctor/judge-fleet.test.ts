import { expect, test } from 'vitest'
import type { Finding } from '#shared/doctor/finding.ts'
import { describeFleet } from './describe-fleet.ts'
import { type FleetTerminal, judgeFleet } from './judge-fleet.ts'

const now = new Date('2026-03-02T10:00:00Z')
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

const finding = (check: string, state: Finding['state']): Finding => ({
  check,
  state,
  about: 'the thing',
  got: 'found',
  want: 'wanted',
  means: 'It means something.',
  remedy: 'Do something.',
})

const terminal = (name: string, change: Partial<FleetTerminal> = {}, version = '0.2.0'): FleetTerminal => ({
  name,
  isConnected: true,
  heardAt: before(1),
  report: { heardAt: before(30), version, checked: 80, findings: [] },
  ...change,
})
const reporting = (...findings: readonly Finding[]) => ({
  report: { heardAt: before(30), version: '0.2.0', checked: 80, findings },
})

test('the ill ones come first with the reason, then the silent, then those of another version, then the well', () => {
  const fleet = judgeFleet(
    [
      terminal('A-01'),
      terminal('A-10', {}, '0.1.0'),
      terminal('A-02', reporting(finding('disk.unlock', 'warn'))),
      terminal('A-03', { isConnected: false, heardAt: before(60) }),
      terminal('A-09', reporting(finding('disk.unlock', 'warn'), finding('network.rules', 'fail'))),
      terminal('A-04'),
    ],
    now,
  )
  expect(fleet.map(({ name, state }) => [name, state])).toEqual([
    ['A-09', 'ill'],
    ['A-03', 'silent'],
    ['A-10', 'old'],
    ['A-02', 'watch'],
    ['A-01', 'well'],
    ['A-04', 'well'],
  ])
  expect(fleet[0]?.reasons).toEqual(['the thing: found (network.rules)', 'the thing: found (disk.unlock)'])
  expect(fleet[1]?.reasons).toEqual(['off the line for 60 minutes'])
  expect(fleet[2]?.reasons).toEqual(['version 0.1.0, not 0.2.0'])
  const lines = describeFleet(fleet)
  expect(lines[0]).toBe('ILL     A-09  (version 0.2.0)')
  expect(lines.at(-1)).toBe('6 terminals: 1 ill, 1 silent, 1 old, 1 watch, 2 well')
})

test.each([
  ['never heard', { isConnected: false, heardAt: null, report: undefined }],
  ['its doctor never reported', { report: undefined }],
  [
    'its doctor not heard for 3 hours',
    { report: { heardAt: before(180), version: '0.2.0', checked: 80, findings: [] } },
  ],
  ['off the line for 3 days', { isConnected: false, heardAt: before(3 * 24 * 60) }],
  ['never on its channel', { isConnected: false, heardAt: null }],
] satisfies [string, Partial<FleetTerminal>][])('a silence is named: %s', (why, change) => {
  expect(judgeFleet([terminal('A-01', change)], now)).toMatchObject([{ state: 'silent', reasons: [why] }])
})

test('what is staged for a terminal is what it should have, and nothing older', () => {
  const staged = { version: '0.3.0', at: before(9 * 24 * 60) }
  const fleet = judgeFleet(
    [
      terminal('A-01', { staged }),
      terminal('A-02', { staged }, '0.3.0'),
      terminal('A-03', { staged }, '0.3.1'),
      terminal('A-04'),
    ],
    now,
  )
  expect(fleet.map(({ name, reasons }) => [name, reasons])).toEqual([
    ['A-01', ['version 0.2.0; 0.3.0 is staged since 9 days']],
    ['A-02', []],
    ['A-03', []],
    ['A-04', []],
  ])
})

test('an ill terminal that is silent too is ill, and says both', () => {
  const ill = { ...reporting(finding('network.rules', 'fail')), isConnected: false, heardAt: before(60) }
  expect(judgeFleet([terminal('A-01', ill)], now)).toMatchObject([
    { state: 'ill', reasons: ['the thing: found (network.rules)', 'off the line for 60 minutes'] },
  ])
})

test('a version that somebody names is what all should have', () => {
  const fleet = judgeFleet([terminal('A-01'), terminal('A-02', {}, '0.3.0')], now, '0.3.0')
  expect(fleet.map(({ name, state }) => [name, state])).toEqual([
    ['A-01', 'old'],
    ['A-02', 'well'],
  ])
})
