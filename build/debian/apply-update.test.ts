import { execFile, spawn } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from '../testing/temporary-folder.ts'
import { script, type UpdateTree, updateTree } from './testing/update-tree.ts'

const TIMEOUT_MS = 120_000

interface Ran {
  readonly code: number | string | null
  readonly said: string
}

const runShell = (text: string, ...words: readonly string[]): Promise<Ran> =>
  new Promise(resolve => {
    execFile('sh', ['-c', text, ...words], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? null), said: `${stdout}${stderr}`.trim() })
    })
  })
const runScript = (name: string, ...words: readonly string[]) => runShell('exec sh "$0" "$@"', script(name), ...words)
const apply = ({ root }: UpdateTree, first = ':') =>
  runShell(`${first}; exec sh "$0" "$@"`, script('apply-update'), '--root', root)
const which = async ({ root }: UpdateTree) =>
  path.relative(root, (await runScript('start-kiosk', '--which', '--root', root)).said)

/** A terminal that went through these versions, each of them healthy. */
async function terminalWith(...versions: readonly string[]): Promise<UpdateTree> {
  const tree = updateTree()
  for (const version of versions) {
    await tree.offer(version)
    expect(await apply(tree)).toMatchObject({ code: 0 })
    tree.note('healthy', version)
  }
  return tree
}

test('a signed update becomes the current one, and what was laid down is gone', async () => {
  const tree = await terminalWith('0.2.0')
  expect(tree.link('current')).toBe('0.2.0')
  expect(tree.link('previous')).toBeUndefined()
  expect(tree.program('result')).toBe('0.2.0 applied')
  expect(tree.state('offer')).toBeUndefined()
  expect(await which(tree)).toBe('var/lib/guichet-programs/0.2.0')
})

test('the one before is kept, and the one before that is not', async () => {
  const tree = await terminalWith('0.2.0', '0.3.0', '0.4.0', '0.5.0')
  expect([tree.link('current'), tree.link('previous')]).toEqual(['0.5.0', '0.4.0'])
  expect(folders(tree)).toEqual(['0.4.0', '0.5.0'])
})

test('a version that never was healthy is not the one to go back to', async () => {
  const tree = await terminalWith('0.2.0')
  for (const version of ['0.3.0', '0.3.1']) {
    await tree.offer(version)
    await apply(tree)
  }
  expect([tree.link('current'), tree.link('previous')]).toEqual(['0.3.1', '0.2.0'])
})

test('a version that failed can be followed by one in between', async () => {
  const tree = await terminalWith('0.2.0')
  await tree.offer('0.4.0')
  await apply(tree)
  tree.note('failed', '0.4.0 not healthy')
  await tree.offer('0.3.0')
  expect(await apply(tree)).toMatchObject({ code: 0 })
  expect([tree.link('current'), tree.link('previous')]).toEqual(['0.3.0', '0.2.0'])
})

test('where `current` was taken away, what lies there is not taken for whole', async () => {
  const tree = await terminalWith('0.2.0')
  rmSync(path.join(tree.root, 'var/lib/guichet-programs/current'))
  tree.putProgram('var/lib/guichet-programs/0.2.0', '0.2.0', 'rotten')
  await tree.offer('0.2.0')
  expect(await apply(tree)).toMatchObject({ code: 0 })
  expect(tree.program('0.2.0/kiosk')).toContain('runs 0.2.0')
})

test('where `current` was taken away, the package’s program is what is followed and gone back to', async () => {
  const tree = await terminalWith('0.2.0', '0.3.0')
  tree.putProgram('opt/guichet', '0.5.0')
  rmSync(path.join(tree.root, 'var/lib/guichet-programs/current'))
  expect(await which(tree)).toBe('opt/guichet')
  await tree.offer('0.4.0')
  expect((await apply(tree)).said).toContain('not newer than 0.5.0')
  await tree.offer('0.6.0')
  expect(await apply(tree)).toMatchObject({ code: 0 })
  expect([tree.link('current'), tree.link('previous')]).toEqual(['0.6.0', undefined])
  expect(await which(tree)).toBe('opt/guichet')
})

const another = generateKeyPairSync('ed25519').privateKey

test.each([
  ['signed by another key', '0.3.0', { key: another }, 'not signed by the release key'],
  ['older than what runs', '0.1.9', {}, 'not newer than 0.2.0'],
  ['that may not follow what runs', '0.4.0', { range: { follows: '0.3.0' } }, 'it may not follow 0.2.0'],
  ['whose program is of another version', '0.3.0', { says: '0.3.1' }, 'of another version'],
])('refuses an update %s, and changes nothing', async (_what, version, more, why) => {
  const tree = await terminalWith('0.2.0')
  await tree.offer(version, more)
  const { code, said } = await apply(tree)
  expect({ code, why: said.includes(why) }).toEqual({ code: 1, why: true })
  expect(tree.program('result')).toContain('refused')
  expect([tree.link('current'), folders(tree)]).toEqual(['0.2.0', ['0.2.0']])
  expect(tree.state('offer')).toBeUndefined()
})

test('a confirmed version’s floor holds, even for who says that nothing was confirmed', async () => {
  const tree = await terminalWith('0.2.0')
  await tree.offer('0.5.0', { range: { floor: '0.4.0' } })
  await apply(tree)
  tree.note('healthy', '0.5.0')
  await tree.offer('0.5.1')
  await apply(tree)
  tree.note('healthy', 'none')
  rmSync(path.join(tree.root, 'var/lib/guichet-programs/previous'))
  await tree.offer('0.3.0')
  expect((await apply(tree)).said).toContain('older than 0.4.0')
  expect(tree.link('current')).toBe('0.5.1')
})

test('what was confirmed is noted when it is, and denying it later changes nothing', async () => {
  const tree = await terminalWith('0.2.0', '0.4.0')
  expect(await apply(tree)).toEqual({ code: 0, said: '' })
  expect(tree.program('floor')).toBe('0.4.0')
  tree.note('healthy', 'none')
  await tree.offer('0.3.0')
  expect((await apply(tree)).said).toContain('older than 0.4.0, the lowest that may be installed')
  expect(tree.program('result')).toMatch(/^0\.3\.0 refused older than/)
})

test('a terminal without a release key says of which update', async () => {
  const tree = await terminalWith('0.2.0')
  rmSync(path.join(tree.root, 'usr/lib/guichet/release.pub'))
  await tree.offer('0.3.0')
  await apply(tree)
  expect(tree.program('result')).toBe('0.3.0 refused this terminal has no release key')
})

test('what cannot be installed for want of room is said, and is not begun for ever', async () => {
  const tree = await terminalWith('0.2.0')
  await tree.offer('0.3.0', { kiosk: `#!/bin/sh\n# ${randomBytes(400_000).toString('hex')}\n` })
  const { code } = await apply(tree, 'ulimit -f 300')
  // Of which update: the kiosk leaves that one alone, and no other.
  expect([code, tree.program('result')]).toEqual([1, expect.stringContaining('0.3.0 refused')])
  expect([tree.state('offer'), tree.link('current'), folders(tree)]).toEqual([undefined, '0.2.0', ['0.2.0']])
})

test('what is laid down and is no file is taken away, for systemd would start this again and again', async () => {
  const tree = await terminalWith('0.2.0')
  writeFiles(tree.root, { 'var/lib/guichet-terminal/update/offer/inside': '' })
  expect((await apply(tree)).said).toContain('it is no file')
  expect(existsSync(path.join(tree.root, 'var/lib/guichet-terminal/update/offer'))).toBe(false)
})

test('a packed archive is not unpacked before it is believed', async () => {
  const tree = await terminalWith('0.2.0')
  const offer = await tree.offer('0.3.0')
  writeFileSync(offer, gzipSync(readFileSync(offer)))
  expect((await apply(tree)).said).toContain('not signed')
})

test.each([
  ['a byte more', (file: string) => appendFileSync(file, 'x'), 0],
  ['cut off', (file: string) => truncateSync(file, 2600), 1],
  ['empty', (file: string) => writeFileSync(file, ''), 1],
  ['not an archive', (file: string) => writeFileSync(file, 'x'.repeat(20_000)), 1],
])('what was laid down is %s', async (_what, damage, code) => {
  const tree = await terminalWith('0.2.0')
  damage(await tree.offer('0.3.0'))
  expect((await apply(tree)).code).toBe(code)
  expect(tree.link('current')).toBe(code === 0 ? '0.3.0' : '0.2.0')
  expect(existsSync(path.join(tree.root, 'var/lib/guichet-programs/.incoming'))).toBe(false)
})

test('members that point elsewhere are not followed', async () => {
  const tree = await terminalWith('0.2.0')
  const outside = path.join(temporaryFolder({ secret: 'kept' }), 'secret')
  const made = temporaryFolder()
  for (const name of ['manifest.json', 'manifest.sig', 'kiosk.tar.gz']) symlinkSync(outside, path.join(made, name))
  await new Promise(resolve => {
    const offer = path.join(tree.root, 'var/lib/guichet-terminal/update/offer')
    execFile('tar', ['-C', made, '-cf', offer, 'manifest.json', 'manifest.sig', 'kiosk.tar.gz'], resolve)
  })
  expect((await apply(tree)).said).toContain('not signed')
})

/** Ends the installing, with all it started, once it has traced so many of its commands. Answers whether it had ended by itself. */
async function applyKilledAfter({ root }: UpdateTree, commands: number): Promise<boolean> {
  const child = spawn('sh', ['-x', script('apply-update'), '--root', root], { detached: true })
  let traced = 0
  child.stderr.on('data', (text: Buffer) => {
    traced += text.toString().split('\n').length - 1
    if (traced >= commands && child.pid !== undefined && child.exitCode === null) killGroup(child.pid)
  })
  await once(child, 'close')
  return child.signalCode === null
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It was faster.
  }
}

/** A terminal that runs 0.3.0, and would go back to 0.2.0. */
function confirmedTerminal(): UpdateTree {
  const tree = updateTree()
  for (const [name, version] of [
    ['previous', '0.2.0'],
    ['current', '0.3.0'],
  ] as const) {
    tree.putProgram(`var/lib/guichet-programs/${version}`, version)
    symlinkSync(version, path.join(tree.root, 'var/lib/guichet-programs', name))
  }
  tree.note('healthy', '0.3.0')
  return tree
}

test(
  'killed anywhere, a terminal still has a whole program, and the next run brings the update',
  { timeout: TIMEOUT_MS },
  async () => {
    let kills = 0
    for (let commands = 5; commands < 1000; commands += 23) {
      const tree = confirmedTerminal()
      await tree.offer('0.4.0')
      const hasEnded = await applyKilledAfter(tree, commands)
      const runs = await which(tree)
      expect(['var/lib/guichet-programs/0.3.0', 'var/lib/guichet-programs/0.4.0']).toContain(runs)
      expect((await runScript('start-kiosk', '--root', tree.root)).said).toMatch(/^runs 0\.[34]\.0 /)
      await apply(tree)
      expect([tree.link('current'), tree.link('previous')]).toEqual(['0.4.0', '0.3.0'])
      expect(folders(tree)).toEqual(['0.3.0', '0.4.0'])
      if (hasEnded) break
      kills += 1
    }
    expect(kills).toBeGreaterThan(5)
  },
)

function folders({ root }: UpdateTree): readonly string[] {
  const entries = readdirSync(path.join(root, 'var/lib/guichet-programs'), { withFileTypes: true })
  return entries
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}
