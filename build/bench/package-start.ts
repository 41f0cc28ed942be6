import { cp, mkdtemp, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from 'node:process'
import { z } from 'zod'
import type { BenchPrison } from './bench-prison.ts'
import { installation, runToItsEnd, type Start, timeUntilShown } from './installed-kiosk.ts'
import { terminalInUse } from './kiosk-start.ts'
import { alternate, type Figure, median, ratioFigure } from './measure.ts'

const ROUNDS = 9
const DOCTOR_ROUNDS = 5
const DOCTOR_REACH_S = 3
const saidSchema = z.object({ findings: z.array(z.unknown()).min(1) })
const MEBIBYTE = 1024 * 1024

/**
 * From starting the process until the window is on the display, packaged and from the checkout, in turn, both on a terminal
 * in use. What the packaged one does more, comparing itself with what was packaged, is in it.
 */
export async function measurePackage(folder: string, prison: BenchPrison): Promise<Figure[]> {
  const used = await terminalInUse(folder, prison)
  const scratch = await mkdtemp(join(folder, 'scratch-'))
  const terminal = async () => {
    const home = await mkdtemp(join(folder, 'terminal-'))
    await cp(dirname(prison.configurationFile), home, { recursive: true })
    await cp(used, join(home, 'data'), { recursive: true })
    return home
  }
  const packaged = join(installation, 'kiosk')
  const times = await alternate(
    ROUNDS,
    async () => timeUntilShown({ program: packaged, args: [], terminal: await terminal(), scratch }),
    async () => {
      const home = await terminal()
      const variables = { GUICHET_CONFIG: join(home, 'kiosk.json'), GUICHET_DATA: join(home, 'data') }
      return timeUntilShown({ program: developmentProgram(), args: ['.'], variables, terminal: home, scratch })
    },
  )
  return [
    ratioFigure(
      'packaged kiosk, start to its window',
      { ours: median(times.ours), theirs: median(times.theirs), unit: 'ms', peer: 'from the checkout' },
      { atMost: 1 },
    ),
    await size(),
    await doctor({ program: packaged, args: ['doctor', '--json'], terminal: await terminal(), scratch }),
  ]
}

/** The packaged kiosk's doctor, which compares the whole installation too, on a terminal whose kiosk does not run. */
async function doctor(start: Start): Promise<Figure> {
  const times: number[] = []
  let findings = 0
  for (let round = 0; round <= DOCTOR_ROUNDS; round += 1) {
    const { said, tookMs } = await runToItsEnd(start)
    findings = saidSchema.parse(JSON.parse(said)).findings.length
    if (round > 0) times.push(tookMs)
  }
  const seconds = Math.max(...times) / 1000
  return {
    what: `doctor on a terminal, ${findings} findings`,
    value: `${seconds.toFixed(2)} s`,
    peer: `the slowest of ${DOCTOR_ROUNDS}`,
    ratio: null,
    reach: `≤ ${DOCTOR_REACH_S} s`,
    isReached: seconds <= DOCTOR_REACH_S,
  }
}

function developmentProgram(): string {
  return env['GUICHET_ELECTRON'] ?? join('node_modules', 'electron', 'dist', 'electron')
}

async function size(): Promise<Figure> {
  const files = async (folder: string) => {
    const names = await readdir(folder, { recursive: true })
    const sizes = await Promise.all(names.map(name => stat(join(folder, name))))
    return sizes.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0) / MEBIBYTE
  }
  const [installed, runtime] = [await files(installation), await files(dirname(developmentProgram()))]
  return {
    what: 'packaged kiosk, size installed',
    value: `${installed.toFixed(1)} MiB`,
    peer: `${runtime.toFixed(1)} MiB the bare runtime`,
    ratio: installed / runtime,
    reach: '',
    isReached: true,
  }
}
