import { execFile } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { TRIAL_SECONDS, TRIAL_STARTS } from '#shared/update/decide-start.ts'
import { startCases } from '#shared/update/testing/start-cases.ts'
import { noVersions, versionsInOrder } from '#shared/update/testing/version-cases.ts'
import { versionKey } from '#shared/update/release-version.ts'
import { script, updateTree } from './testing/update-tree.ts'

const run = promisify(execFile)

/** What the shell says, with the functions of launcher and installer at hand. */
async function shell(text: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await run('sh', ['-euc', `. "$0"; ${text}`, script('update-lib.sh'), ...words])
  return stdout.trim()
}

const decide = 'decide_start; if [ "$decision" = trial ]; then echo "trial $starts"; else echo "$decision"; fi'

test('the shell sorts versions as the function does', async () => {
  const keys = await shell('for version; do version_key "$version"; echo; done', ...versionsInOrder)
  expect(keys.split('\n')).toEqual(versionsInOrder.map(versionKey))
  const older = 'for at; do for other; do is_older "$at" "$other" && printf 1 || printf 0; done; echo; done'
  expect((await shell(older, ...versionsInOrder)).split('\n')).toEqual(
    versionsInOrder.map((_left, leftAt) =>
      versionsInOrder.map((_right, rightAt) => (leftAt < rightAt ? 1 : 0)).join(''),
    ),
  )
})

test('the shell knows what is a version', async () => {
  const judge = 'for at; do is_version "$at" && printf 1 || printf 0; done'
  expect(await shell(judge, ...versionsInOrder, ...noVersions)).toBe(
    '1'.repeat(versionsInOrder.length) + '0'.repeat(noVersions.length),
  )
})

test.each(startCases)('the shell decides that $name', async ({ facts, decision }) => {
  const tree = updateTree()
  for (const name of ['current', 'previous'] as const) {
    const version = facts[name]
    if (version === undefined) continue
    tree.putProgram(`var/lib/guichet-programs/${version}`, version)
    symlinkSync(version, path.join(tree.root, 'var/lib/guichet-programs', name))
  }
  if (facts.chosen !== undefined) tree.note('chosen', facts.chosen)
  if (facts.healthy !== undefined) tree.note('healthy', facts.healthy)
  if (facts.failed.length > 0) tree.note('failed', facts.failed.map(version => `${version} for a reason`).join('\n'))
  if (facts.trial !== undefined) tree.note('trial', `${facts.trial.version} ${facts.trial.starts}`)
  const folders = 'programs=$1/var/lib/guichet-programs state=$1/var/lib/guichet-terminal/update'
  const expected = decision.run === 'trial' ? `trial ${decision.starts}` : decision.run
  expect(await shell(`${folders}; ${decide}`, tree.root)).toBe(expected)
})

test('the shell gives a trial as many starts, and as long', () => {
  expect(readFileSync(script('update-lib.sh'), 'utf8')).toContain(`readonly trial_starts=${TRIAL_STARTS}\n`)
  expect(readFileSync(script('start-kiosk'), 'utf8')).toContain(` seconds=${TRIAL_SECONDS} `)
})

test('a link to a program that is not there counts for nothing', async () => {
  const { root } = updateTree()
  symlinkSync('0.2.0', path.join(root, 'var/lib/guichet-programs/current'))
  const folders = 'programs=$1/var/lib/guichet-programs state=$1/var/lib/guichet-terminal/update'
  expect(await shell(`${folders}; ${decide}`, root)).toBe('installed')
})
