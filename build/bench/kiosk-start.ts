import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as after } from 'node:timers/promises'
import { z } from 'zod'
import type { BenchPrison } from './bench-prison.ts'
import { end, type Launched, launchEmptyWindow, launchKiosk, newDataFolder } from './kiosk-launch.ts'
import { alternate, type Figure, median, ratioFigure } from './measure.ts'
import { proportionalMemory } from './proportional-memory.ts'

const ROUNDS = 9
const SETTLE_MS = 4000
/** The browser part notes a script at its first run, keeps it compiled at the second, and uses that from the third on. */
const EARLIER_STARTS = 2

/**
 * From starting the process to the sign-in screen with its names, and the memory of all its processes there, beside an
 * empty Electron window of the same runtime, in turn.
 */
export async function measureKioskStart(folder: string, prison: BenchPrison): Promise<Figure[]> {
  const used = await terminalInUse(folder, prison)
  const memory = { ours: [] as number[], theirs: [] as number[] }
  const times = await alternate(
    ROUNDS,
    async () => {
      const data = await newDataFolder(folder)
      await cp(used, data, { recursive: true })
      return startOnce(
        () => launchKiosk(prison, data),
        launched => showsPerson(launched, prison),
        memory.ours,
      )
    },
    async () => {
      const data = await newDataFolder(folder)
      return startOnce(() => launchEmptyWindow(data), showsHeading, memory.theirs)
    },
  )
  return [
    ratioFigure(
      'kiosk cold start to the sign-in screen',
      { ours: median(times.ours), theirs: median(times.theirs), unit: 'ms', peer: 'empty Electron window' },
      { atMost: 1.3 },
    ),
    ratioFigure(
      'kiosk memory at the sign-in screen (PSS)',
      { ours: median(memory.ours), theirs: median(memory.theirs), unit: 'MiB', peer: 'empty Electron window' },
      { atMost: 1.15 },
    ),
  ]
}

const showsPerson = ({ page }: Launched, { person }: BenchPrison) =>
  page.getByRole('button', { name: person.name }).waitFor()
const showsHeading = ({ page }: Launched) => page.getByRole('heading').waitFor()

async function startOnce(
  launch: () => Promise<Launched>,
  isThere: (launched: Launched) => Promise<unknown>,
  memory: number[],
): Promise<number> {
  const launched = await launch()
  await isThere(launched)
  const milliseconds = performance.now() - launched.startedAt
  // What a program holds on to shows once its start is over.
  await after(SETTLE_MS)
  memory.push(await proportionalMemory(launched.app.process().pid ?? 0))
  await end(launched)
  return milliseconds
}

/**
 * A data folder as a terminal has it on any morning: it knows its people, has everything from the server, and was started
 * before, so that the browser part keeps the page's scripts compiled.
 */
export async function terminalInUse(folder: string, prison: BenchPrison): Promise<string> {
  const data = await newDataFolder(folder)
  for (let start = 1; start <= EARLIER_STARTS; start += 1) {
    const launched = await launchKiosk(prison, data)
    await showsPerson(launched, prison)
    while (!(await hasEverything(data))) await after(SETTLE_MS)
    await after(SETTLE_MS)
    await end(launched)
  }
  return data
}

/** Whether the kiosk has noted that its copy of what the server published is complete (`electron/open-storage.ts`). */
async function hasEverything(data: string): Promise<boolean> {
  const noted = await readFile(join(data, 'mirror.json'), 'utf8').catch(() => '{}')
  return z.object({ complete: z.literal(true) }).safeParse(JSON.parse(noted)).success
}
