import { spawn } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { machineChecks } from '#shared/doctor/machine-checks.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const script = readFileSync(fileURLToPath(new URL('files/usr/lib/guichet/start-session', import.meta.url)), 'utf8')

interface Session {
  /** What the compositor said first. */
  readonly said: Promise<string>
  readonly ended: Promise<number | null>
  readonly tell: (signal: NodeJS.Signals) => void
}

/** The session as its unit has it, with a child that is not the compositor's, as PAM's is; and another compositor. */
function startWith(compositor: string): Session {
  const folder = temporaryFolder({ cage: `#!/bin/sh\n${compositor}\n` })
  const cage = path.join(folder, 'cage')
  chmodSync(cage, 0o755)
  const asUnit = 'sleep 30 & exec sh -c "$0"'
  const session = spawn('sh', ['-c', asUnit, script.replaceAll('/usr/bin/cage', cage)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise<number | null>(resolve => {
    session.once('exit', code => {
      resolve(code)
      process.kill(-(session.pid ?? 0), 'SIGKILL')
    })
  })
  const said = new Promise<string>(resolve => {
    session.stdout.once('data', (chunk: Buffer) => {
      resolve(chunk.toString())
    })
  })
  return { said, ended, tell: signal => session.kill(signal) }
}

test('the session ends as the compositor does, so that the unit starts it again', async () => {
  expect(await startWith('exit 78').ended).toBe(78)
})

test('the compositor has no children but its own: at its end it waits for each', async () => {
  const session = startWith('ps --no-headers -o comm= --ppid $$ | grep -c sleep')
  expect(await session.said).toBe('0\n')
})

test('the compositor is told when the unit is stopped, and waited for', async () => {
  const session = startWith('trap "exit 5" TERM; echo up; while :; do sleep 0.1; done')
  expect(await session.said).toBe('up\n')
  session.tell('SIGTERM')
  expect(await session.ended).toBe(5)
})

test('the doctor takes the compositor that is started for a closed one', () => {
  const started = /^\/usr\/bin\/cage .*(?= &$)/m.exec(script)?.[0] ?? ''
  const check = machineChecks.find(one => one.check === 'session.compositor')
  const facts = { version: 1, at: '2026-03-02T10:00:00.000Z', facts: { 'session.command': started } } as const
  expect(check?.look(facts)).toMatchObject({ state: 'ok', got: started })
})
