import { judgeTerminal } from '#shared/doctor/judge-terminal.ts'
import { type TerminalFacts, terminalFactsSchema } from '#shared/doctor/terminal-facts.ts'
import { wellFacts } from '#shared/doctor/testing/well-facts.ts'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { buildScript } from '../testing/build-script.ts'

/*
 * The rules of a terminal's network, and the doctor's own looks, in a network where nobody answers: there an open door is as
 * silent as a shut one.
 */

const at = (place: string) => fileURLToPath(new URL(place, import.meta.url))
const reachSchema = terminalFactsSchema.shape.reach.pick({ forbidden: true, names: true })
type Looked = z.output<typeof reachSchema>

let folder: string
let found: { readonly nowhere: Looked; readonly kept: Looked; readonly open: Looked }

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-closed-'))
  const rules = path.join(folder, 'rules.nft')
  // What a prison's answers would put in lets more out, to the prison alone.
  const text = await readFile(at('../../build/debian/files/etc/nftables.conf'), 'utf8')
  await writeFile(rules, text.replaceAll(/@\w+@/g, ''))
  const lab = await buildScript(at('testing/closed-network-child.ts'), folder)
  const args = ['--map-root-user', '--net', process.execPath, lab, rules]
  const { stdout } = await promisify(execFile)('unshare', args)
  found = z.strictObject({ nowhere: reachSchema, kept: reachSchema, open: reachSchema }).parse(JSON.parse(stdout))
})
afterAll(() => rm(folder, { recursive: true }))

/** What the doctor says of a terminal that is well but for this. */
function statesOf(looked: Looked): readonly (readonly [string, string])[] {
  const facts: TerminalFacts = wellFacts()
  const findings = judgeTerminal({ ...facts, reach: { ...facts.reach, ...looked } })
  return findings.filter(({ state }) => state !== 'ok').map(({ check, state }) => [check, state])
}

test('with its rules a terminal keeps everything in, and the doctor says so', () => {
  expect(statesOf(found.kept)).toEqual([])
})

test('with its rules taken out the doctor names both ways that are open, though nobody answers', () => {
  expect(statesOf(found.open)).toEqual([
    ['network.closed', 'fail'],
    ['network.names', 'fail'],
  ])
  expect(new Set(found.open.forbidden.map(({ outcome }) => outcome))).toEqual(new Set(['silent']))
})

test('without a way anywhere nothing is proved', () => {
  expect(statesOf(found.nowhere)).toEqual([['network.closed', 'unknown']])
})
