import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { env } from 'node:process'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { type GateSite, PAGE, PAGE_REQUESTS, startGateSite } from './gate-site.ts'
import { newDataFolder } from './kiosk-launch.ts'
import { alternate, type Figure, median, ratioFigure } from './measure.ts'

const ROUNDS = 40
const FEW = 100
const MANY = 100_000
const noAim = { reach: 'shown', isReached: true } as const

const answerSchema = z.strictObject({ milliseconds: z.number(), refused: z.literal(0) })

/** One Electron, one view. Idle unless it is asked. */
interface Loader {
  /** Milliseconds the page takes, from asking for it to its last part. */
  readonly load: (round: number) => Promise<number>
  readonly end: () => Promise<void>
}

/**
 * Loading a page of a hundred requests in a view behind the kiosk's whole gate (its judge, headers both ways, certificates,
 * navigation, dialogs), beside the same view behind listeners that pass everything. In turn, each in a process of its own,
 * so that a large policy burdens nobody else's memory. A load in which a part is missing or refused fails the run.
 */
export async function measureGateLoad(folder: string): Promise<Figure[]> {
  const site = await startGateSite()
  try {
    // A policy no prison has is shown and has no aim of its own: what the decision costs is measured by itself.
    return [await besideBare(folder, site, FEW), { ...(await besideBare(folder, site, MANY)), ...noAim }]
  } finally {
    await site.close()
  }
}

/** Both are started for it: a page takes longer in a program that has loaded it often. */
async function besideBare(folder: string, site: GateSite, rules: number): Promise<Figure> {
  const bare = await startLoader(folder, site, null)
  const gated = await startLoader(folder, site, rules)
  try {
    const times = await alternate(ROUNDS, gated.load, bare.load)
    return ratioFigure(
      `page of ${PAGE_REQUESTS} requests, gate of ${rules.toLocaleString('en')} rules`,
      { ours: median(times.ours), theirs: median(times.theirs), unit: 'ms', peer: 'empty webRequest listeners' },
      { atMost: 1.05 },
    )
  } finally {
    await gated.end()
    await bare.end()
  }
}

async function startLoader(folder: string, site: GateSite, otherRules: number | null): Promise<Loader> {
  const { port, authorityPem } = site
  const electron = env['GUICHET_ELECTRON'] ?? join('node_modules', 'electron', 'dist', 'electron')
  const args = [`--user-data-dir=${await newDataFolder(folder)}`, join('dist', 'bench', 'gate-terminal.js')]
  const child = spawn(electron, args, {
    env: { ...env, GUICHET_BENCH_GATE: JSON.stringify({ port, authorityPem, otherRules }) },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const gone = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    load: async round => {
      const before = site.answered()
      child.stdin.write(`${PAGE}\n`)
      const line = await lines.next()
      const { milliseconds } = answerSchema.parse(JSON.parse(line.done === true ? 'null' : line.value))
      const answered = site.answered() - before
      if (round > 0 && answered !== PAGE_REQUESTS) throw new Error(`the page made ${answered} requests`)
      return milliseconds
    },
    end: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}
