import { execFileSync } from 'node:child_process'
import { openSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const script = (name: string) =>
  readFileSync(fileURLToPath(new URL(`files/usr/lib/guichet/${name}`, import.meta.url)), 'utf8')

const unit = readFileSync(new URL('files/etc/systemd/system/guichet-kiosk.service', import.meta.url), 'utf8')

/** What is on the screen once the unit has looked at this note. */
function showAfter(note: string): string {
  const screen = path.join(temporaryFolder(), 'screen')
  const stdio = [openSync(screen, 'w+'), 'inherit', 'inherit'] as const
  execFileSync('sh', ['-c', script('show-stopped'), 'show-stopped', note, '0'], { stdio: [...stdio], timeout: 5000 })
  return readFileSync(screen, 'utf8')
}

/** The end of a kiosk with this code, as compositor and unit go about it. Answers what is on the screen then. */
function endWith(code: number): string {
  const note = path.join(temporaryFolder(), 'ended')
  const run = script('run-kiosk').replaceAll('/usr/lib/guichet/start-kiosk', `sh -c 'exit ${code}'`)
  execFileSync('sh', ['-c', `umask 077; sh -c "$0" run-kiosk ${note} || true`, run])
  expect(statSync(note).mode & 0o777).toBe(0o644)
  return showAfter(note)
}

test('a kiosk that refuses to start is said to, in four languages', () => {
  const said = endWith(78)
  for (const words of ['does not work', 'werkt niet', 'ne fonctionne pas', 'funktioniert nicht']) {
    expect(said).toContain(words)
  }
})

test.each([0, 1, 143])('one that ended with %i is only started again', code => {
  expect(endWith(code)).toBe('')
})

test('a pipe in the place of the note holds nothing up', () => {
  const note = path.join(temporaryFolder(), 'ended')
  execFileSync('mkfifo', [note])
  expect(showAfter(note)).toBe('')
})

test('no session is opened for it: the one of the kiosk is still ending then, and another would be refused', () => {
  expect(unit).toMatch(/^PAMName=/m)
  expect(unit).toMatch(/^ExecStopPost=!\/usr\/lib\/guichet\/show-stopped$/m)
})
