import { expect, test } from 'vitest'
import { type ProcessTable, readRenderers, readStatus } from './read-renderers.ts'

const status = (change: Readonly<Record<string, string>> = {}) =>
  Object.entries({
    Name: 'kiosk',
    NSpid: '812\t5',
    CapEff: '0000000000000000',
    NoNewPrivs: '1',
    Seccomp: '2',
    ...change,
  })
    .map(([name, value]) => `${name}:\t${value}\n`)
    .join('')

const table = (processes: Readonly<Record<string, readonly [command: string, status: string]>>): ProcessTable => ({
  pids: () => Promise.resolve(Object.keys(processes)),
  read: (pid, file) => Promise.resolve(processes[pid]?.[file === 'cmdline' ? 0 : 1]),
})

const program = '/opt/guichet/kiosk'

test('the pages of this program are found, however their command line is written, and nobody else’s', async () => {
  const found = await readRenderers(
    program,
    table({
      '811': [`${program}\0--ozone-platform=x11\0`, status()],
      '812': [`${program}\0--type=renderer\0--lang=fr\0`, status()],
      '813': [`${program} --type=renderer --lang=fr`, status()],
      '814': [`${program}\0--type=gpu-process\0`, status()],
      '815': ['/usr/bin/chromium\0--type=renderer\0', status()],
    }),
  )
  expect(found.map(({ pid }) => pid)).toEqual([812, 813])
})

test('one that ended meanwhile is left out', async () => {
  const gone: ProcessTable = { pids: () => Promise.resolve(['812']), read: () => Promise.resolve(undefined) }
  expect(await readRenderers(program, gone)).toEqual([])
})

test('a whole sandbox is read as one', () => {
  expect(readStatus(812, status())).toEqual({
    pid: 812,
    seccomp: 2,
    hasNoNewPrivileges: true,
    isNamespaced: true,
    hasCapabilities: false,
  })
})

test.each([
  ['no filter', { Seccomp: '0' }, { seccomp: 0 }],
  ['may get more rights', { NoNewPrivs: '0' }, { hasNoNewPrivileges: false }],
  ['sees every process', { NSpid: '812' }, { isNamespaced: false }],
  ['has rights of root’s', { CapEff: '00000000a80425fb' }, { hasCapabilities: true }],
])('what is missing is seen: %s', (_what, change, seen) => {
  expect(readStatus(812, status(change))).toMatchObject(seen)
})

test('a status that says nothing counts as no protection at all', () => {
  expect(readStatus(812, '')).toEqual({
    pid: 812,
    seccomp: 0,
    hasNoNewPrivileges: false,
    isNamespaced: false,
    hasCapabilities: true,
  })
})
