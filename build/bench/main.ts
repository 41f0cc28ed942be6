import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process, { stdout } from 'node:process'
import { startBenchPrison } from './bench-prison.ts'
import { measureConfirm } from './confirm.ts'
import { measureDrain } from './drain.ts'
import { measureJournalAppend } from './journal-append.ts'
import { measureKioskStart } from './kiosk-start.ts'
import type { Figure } from './measure.ts'

const RESULTS = 'bench-results.json'

/** Measures everything this project claims about speed and prints it as a table. Exit code 1 when something is not reached. */
async function run(): Promise<void> {
  // Beside the project, so that the disk is the one a person would use, not one in memory.
  const base = resolve('.guichet', 'bench')
  await mkdir(base, { recursive: true })
  const folder = await mkdtemp(join(base, 'run-'))
  const figures: Figure[] = []
  const take = (measured: readonly Figure[]) => {
    figures.push(...measured)
    for (const figure of measured) stdout.write(inWords(figure))
  }
  take(await measureJournalAppend(folder))
  const prison = await startBenchPrison(folder)
  try {
    take(await measureDrain(folder, prison))
    take(await measureConfirm(folder, prison))
    take(await measureKioskStart(folder, prison))
  } finally {
    await prison.stop()
    await rm(folder, { recursive: true, force: true })
  }
  await writeFile(RESULTS, `${JSON.stringify({ at: new Date().toISOString(), figures }, null, 2)}\n`)
  if (figures.some(({ isReached }) => !isReached)) process.exitCode = 1
}

function inWords({ what, value, peer, ratio, reach, isReached }: Figure): string {
  const beside = ratio === null ? peer : `${ratio.toFixed(2)}× ${peer}`
  return `${isReached ? 'reached' : 'MISSED '}  ${what.padEnd(44)} ${value.padEnd(22)} ${beside.padEnd(52)} ${reach}\n`
}

await run()
