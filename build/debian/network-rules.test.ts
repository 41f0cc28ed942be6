import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { answersText, sampleAnswers } from './testing/sample-answers.ts'

const run = promisify(execFile)
const LAB_TIMEOUT_MS = 60_000
const here = fileURLToPath(new URL('.', import.meta.url))

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-rules-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

const outcomesSchema = z.record(z.string(), z.string())
const reachedSchema = z.strictObject({ before: outcomesSchema, after: outcomesSchema })

/** Loads the rules in a network of their own, as if `account` were each of the accounts they name, and tries everything. */
async function tryRules(account: string): Promise<z.output<typeof reachedSchema>> {
  const answers = path.join(folder, 'terminal.conf')
  await writeFile(answers, answersText(sampleAnswers))
  const shown = await run('bash', [
    path.join(here, 'set-up-terminal'),
    '--show',
    'etc/nftables.conf',
    '--answers',
    answers,
  ])
  const rules = path.join(folder, 'rules.nft')
  await writeFile(rules, shown.stdout.replaceAll(/"(?:guichet-terminal|systemd-timesync|root)"/g, `"${account}"`))
  const lab = [process.execPath, path.join(here, 'testing/network-lab.mjs'), rules]
  const { stdout } = await run('unshare', ['--map-root-user', '--net', ...lab])
  return reachedSchema.parse(JSON.parse(stdout))
}

const reachedIn = (outcomes: Readonly<Record<string, string>>) =>
  Object.keys(outcomes).filter(name => outcomes[name] === 'reached')

test(
  'the kiosk reaches its server and its gateway, the clock its source, the disk its key, and nobody anything else',
  async () => {
    const { before, after } = await tryRules('root')
    // Without the rules everything that is tried answers: what is not reached with them is their doing.
    expect(Object.values(before).filter(outcome => outcome !== 'reached')).toEqual([])
    expect(reachedIn(after)).toEqual([
      'tcp 10.77.0.5:7443',
      'tcp 10.77.0.6:8443',
      'tcp 10.77.0.8:80',
      'udp 10.77.0.7:123',
    ])
    expect(after['inbound']).not.toBe('reached')
  },
  LAB_TIMEOUT_MS,
)

test(
  'another account of the machine reaches nothing, and knows at once',
  async () => {
    const { after } = await tryRules('daemon')
    expect(reachedIn(after)).toEqual([])
    // The kernel says so itself, but not to everybody at once: it bounds how many such words it gives in a second.
    expect(new Set(Object.values(after)).has('EHOSTUNREACH')).toBe(true)
  },
  LAB_TIMEOUT_MS,
)
