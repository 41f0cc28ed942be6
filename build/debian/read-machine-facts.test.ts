import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { machineFactsSchema } from '#shared/doctor/machine-facts.ts'

const run = promisify(execFile)
const script = fileURLToPath(new URL('files/usr/lib/guichet/read-machine-facts', import.meta.url))

/** It looks at every file of the system once. */
const LOOK_TIMEOUT_MS = 60_000

test(
  'what root reads of the disks is what the machine has, not what its own unit sees',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'guichet-facts-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    // As ProtectSystem does it: everything read only, but for where the facts go.
    const asUnit = 'mount -t tmpfs facts "$1" && mount -o remount,bind,ro / && "$2" "$1/facts.json"'
    const shown = 'findmnt --noheadings --output OPTIONS --mountpoint / | tail -n 1 && cat "$1/facts.json"'
    const words = ['--map-root-user', '--mount', 'sh', '-c', `${asUnit} && ${shown}`, 'sh', folder, script]
    const { stdout } = await run('unshare', words)
    const [own = '', ...lines] = stdout.split('\n')
    const { facts } = machineFactsSchema.parse(JSON.parse(lines.join('\n')))
    const { stdout: real } = await run('findmnt', [
      '--task',
      '1',
      '--noheadings',
      '--output',
      'OPTIONS',
      '--mountpoint',
      '/',
    ])
    expect(own.split(',')).toContain('ro')
    expect(facts['disk.root']).toBe(real.trim())
  },
  LOOK_TIMEOUT_MS,
)
