import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { shownFile } from './testing/shown-file.ts'

const run = promisify(execFile)
const generators = '/usr/lib/systemd/system-generators'
const device = String.raw`dev-mapper-guichet\x2ddata.device`
const opening = String.raw`systemd-cryptsetup@guichet\x2ddata.service`

interface Start {
  /** A unit or drop-in that systemd makes of fstab and crypttab. */
  readonly unit: (name: string) => string
  /** What a target pulls in, by need or by wish. */
  readonly pulls: (target: string, how: 'requires' | 'wants') => readonly string[]
}

/** What systemd itself makes of the files of a terminal with this answer. */
async function startWith(unlock: string): Promise<Start> {
  const answers = { DATA_UNLOCK: unlock }
  const folder = temporaryFolder({
    fstab: await shownFile('etc/fstab', answers),
    crypttab: await shownFile('etc/crypttab', answers),
  })
  const units = path.join(folder, 'units')
  mkdirSync(units)
  const env = {
    PATH: process.env['PATH'],
    SYSTEMD_FSTAB: path.join(folder, 'fstab'),
    SYSTEMD_CRYPTTAB: path.join(folder, 'crypttab'),
    SYSTEMD_PROC_CMDLINE: 'ro',
  }
  await run(path.join(generators, 'systemd-fstab-generator'), [units, units, units], { env })
  await run(path.join(generators, 'systemd-cryptsetup-generator'), [units, units, units], { env })
  return {
    unit: name => readFileSync(path.join(units, name), 'utf8'),
    pulls: (target, how) => readFolder(path.join(units, `${target}.${how}`)),
  }
}

function readFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

const linesOf = (unit: string, name: string) =>
  unit
    .split('\n')
    .filter(line => line.startsWith(`${name}=`))
    .join(' ')

const onData = [
  'data.mount',
  String.raw`var-lib-guichet\x2dterminal.mount`,
  String.raw`var-lib-guichet\x2dprograms.mount`,
  'var-log-journal.mount',
  'var-lib-systemd-timesync.mount',
]

test.each(['tang 10.77.0.8:80', 'tpm2', 'passphrase'])(
  'with %s the data is waited for without end, and nothing but what needs it waits',
  async unlock => {
    const start = await startWith(unlock)
    // However late Tang is, the power came back to both at once.
    expect(start.unit(`${device}.d/50-device-timeout.conf`)).toContain('JobRunningTimeoutSec=infinity')
    const disk = String.raw`dev-disk-by\x2dpartlabel-guichet\x2ddata.device.d/50-device-timeout.conf`
    expect(start.unit(disk)).toContain('JobRunningTimeoutSec=infinity')
    expect(start.pulls(device, 'requires')).toEqual([opening])
    expect(start.unit(opening)).toMatch(/ExecStart=.*'luks,discard,nofail,timeout=0,tries=0'/)
    expect(linesOf(start.unit(opening), 'Before')).not.toMatch(/cryptsetup\.target/)
    expect(start.pulls('cryptsetup.target', 'requires')).toEqual([])
    for (const mount of onData) {
      expect(linesOf(start.unit(mount), 'Before')).not.toContain('local-fs.target')
      expect(start.pulls('local-fs.target', 'requires')).not.toContain(mount)
    }
    expect(start.pulls('local-fs.target', 'requires')).toContain('var-log.mount')
  },
)

test('the clock, which every start waits for, does not wait for the data', async () => {
  const lines = await shownFile('etc/systemd/system/systemd-timesyncd.service.d/guichet.conf')
  // A folder named so needs the mount that is there.
  expect(lines).toContain('\nStateDirectory=\n')
  expect(await shownFile('etc/tmpfiles.d/guichet.conf')).toContain('\nd /var/lib/systemd/timesync ')
})

const watching = ['guichet-apply-update.path', 'guichet-note-confirmed.path']

test.each(watching)('%s waits for the data, and nothing waits for it', async name => {
  const unit = await shownFile(`etc/systemd/system/${name}`)
  // Paths are watched below it, so it needs what is mounted there; and a usual path comes before basic.target.
  expect(unit).toContain('/var/lib/guichet-terminal/')
  expect(unit).toContain('\nDefaultDependencies=no\n')
})

test.each(watching)('%s watches one path', async name => {
  const unit = await shownFile(`etc/systemd/system/${name}`)
  // With two, systemd 252 sets up both watches anew at what one of them sees, and what the other has seen by then is lost.
  expect(unit.match(/^Path[A-Z][A-Za-z]*=/gm)).toHaveLength(1)
})

test('the kiosk never starts without its data', async () => {
  const unit = await shownFile('etc/systemd/system/guichet-kiosk.service')
  expect(linesOf(unit, 'RequiresMountsFor')).toBe(
    'RequiresMountsFor=/var/lib/guichet-terminal /var/lib/guichet-programs',
  )
})

test.each([
  ['tang 10.77.0.8:80', 'waits for the prison'],
  ['tpm2', 'a technician has to come'],
  ['passphrase', 'a technician has to come'],
])('with %s the screen says why nothing is there yet, and says nothing once it is', async (unlock, said) => {
  const script = (await shownFile('usr/lib/guichet/show-notice', { DATA_UNLOCK: unlock })).replace(
    'wait=20\n',
    'wait=0\n',
  )
  const show = (place: string) => run('sh', ['-c', script, 'show-notice', place])
  const { stdout } = await show(temporaryFolder())
  expect(stdout).toContain(said)
  // It fits the smallest screen a console has, and has only signs that the kernel's own font has.
  expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThan(80)
  expect(stdout.split('\n').length).toBeLessThan(24)
  expect((await show('/')).stdout).toBe('')
})
