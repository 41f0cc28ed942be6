import { execFile, execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { script, type UpdateTree, updateTree } from './testing/update-tree.ts'

interface Ran {
  readonly code: number | string | null
  readonly said: string
}

const start = ({ root }: UpdateTree, ...words: readonly string[]): Promise<Ran> =>
  new Promise(resolve => {
    execFile('sh', [script('start-kiosk'), '--root', root, ...words], (error, stdout) => {
      resolve({ code: error === null ? 0 : (error.code ?? null), said: stdout.trim() })
    })
  })

/** A terminal with 0.2.0 confirmed, and 0.3.0 on trial with `kiosk` for its program. */
function onTrial(kiosk: string): UpdateTree {
  const tree = updateTree()
  const programs = 'var/lib/guichet-programs'
  tree.putProgram(`${programs}/0.2.0`, '0.2.0')
  tree.putProgram(`${programs}/0.3.0`, '0.3.0', kiosk)
  symlinkSync('0.3.0', path.join(tree.root, programs, 'current'))
  symlinkSync('0.2.0', path.join(tree.root, programs, 'previous'))
  tree.note('healthy', '0.2.0')
  tree.note('chosen', '0.3.0')
  return tree
}
const before = 'runs 0.2.0 --ozone-platform=x11'
const state = '"$(dirname "$0")/../../guichet-terminal/update"'
const healthy = `#!/bin/sh\necho 0.3.0 >${state}/healthy\necho well; exit 5\n`
const unanswered = `#!/bin/sh\necho 0.3.0 >${state}/shown\nexec sleep 60\n`

test('a version that is healthy once runs from then on, and its exit code is the launcher’s', async () => {
  const tree = onTrial(healthy)
  expect(await start(tree)).toEqual({ code: 5, said: 'well' })
  for (let times = 0; times < 5; times += 1) expect(await start(tree)).toEqual({ code: 5, said: 'well' })
  expect(tree.state('failed')).toBeUndefined()
})

test('a version that ends three times before it is healthy is gone back from', async () => {
  const tree = onTrial('#!/bin/sh\necho ends; exit 1\n')
  for (let times = 0; times < 3; times += 1) expect(await start(tree)).toEqual({ code: 1, said: 'ends' })
  expect(await start(tree)).toEqual({ code: 0, said: before })
  expect(tree.state('failed')).toBe('0.3.0 not healthy after 3 starts')
  expect(await start(tree)).toEqual({ code: 0, said: before })
})

test('a version that only hangs is ended in time, and gone back from at once', async () => {
  const tree = onTrial('#!/bin/sh\nexec sleep 60\n')
  expect(await start(tree, '--seconds', '1')).toEqual({ code: 0, said: before })
  expect(tree.state('failed')).toBe('0.3.0 not healthy 1 seconds after its start')
})

test('a version that only lacks an answer is put off, and not tried before it is chosen again', async () => {
  const tree = onTrial(unanswered)
  for (const starts of [1, 2]) {
    tree.note('chosen', '0.3.0')
    expect(await start(tree, '--seconds', '1')).toEqual({ code: 0, said: before })
    expect(tree.state('postponed')).toBe(`0.3.0 no answer from the server in start ${starts} of 3`)
    expect(await start(tree)).toEqual({ code: 0, said: before })
    expect([tree.state('failed'), tree.state('trial')]).toEqual([undefined, `0.3.0 ${starts}`])
  }
  tree.note('chosen', '0.3.0')
  expect(await start(tree, '--seconds', '1')).toEqual({ code: 0, said: before })
  expect(tree.state('failed')).toBe('0.3.0 not healthy 1 seconds after its start')
})

test('a page that was shown in an earlier start says nothing of this one', async () => {
  const tree = onTrial('#!/bin/sh\nexec sleep 60\n')
  tree.note('shown', '0.3.0')
  await start(tree, '--seconds', '1')
  expect(tree.state('failed')).toContain('0.3.0 not healthy')
})

test('a version whose files are not whole is gone back from at once', async () => {
  const tree = onTrial('#!/bin/sh\nexit 78\n')
  expect(await start(tree)).toEqual({ code: 0, said: before })
  expect(tree.state('failed')).toContain('0.3.0 it does not start')
})

test.each(['trial.new', 'trial'])('what cannot be counted, for a folder called %s, is not tried', async name => {
  const tree = onTrial('#!/bin/sh\necho tried\n')
  tree.note(`${name}/inside`, '')
  expect(await start(tree)).toEqual({ code: 0, said: before })
})

test('nothing that lies in the place of a note holds the launcher up', { timeout: 10_000 }, async () => {
  const tree = onTrial('#!/bin/sh\necho tried\n')
  execFileSync('mkfifo', [path.join(tree.root, 'var/lib/guichet-terminal/update/trial.new')])
  expect(await start(tree)).toEqual({ code: 0, said: 'tried' })
})
