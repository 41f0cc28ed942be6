import { cp } from 'node:fs/promises'
import { setTimeout as after } from 'node:timers/promises'
import type { BenchPrison } from './bench-prison.ts'
import { end, type Launched, launchEmptyWindow, launchKiosk, newDataFolder } from './kiosk-launch.ts'
import { alternate, type Figure, median, ratioFigure, timed } from './measure.ts'
import { proportionalMemory } from './proportional-memory.ts'

const ROUNDS = 9
const SETTLE_MS = 4000

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
  let launched: Launched | undefined
  const milliseconds = await timed(async () => {
    launched = await launch()
    await isThere(launched)
  })
  if (launched === undefined) throw new Error('nothing was launched')
  // What a program holds on to shows once its start is over.
  await after(SETTLE_MS)
  memory.push(await proportionalMemory(launched.app.process().pid ?? 0))
  await end(launched)
  return milliseconds
}

/** A data folder as a terminal has it on any morning: it knows its people and has everything from the server. */
async function terminalInUse(folder: string, prison: BenchPrison): Promise<string> {
  const data = await newDataFolder(folder)
  const launched = await launchKiosk(prison, data)
  await showsPerson(launched, prison)
  await after(SETTLE_MS)
  await end(launched)
  return data
}
