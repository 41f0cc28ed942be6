import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process, { argv, stderr, stdout } from 'node:process'
import { startBenchPrison } from './bench-prison.ts'
import { measureConfirm } from './confirm.ts'
import { measureControl, measureControlAtTenThousand } from './control.ts'
import { measureDrain } from './drain.ts'
import { measureEnrolment } from './enrolment.ts'
import { measureGateLoad } from './gate-load.ts'
import { measureJournalAppend } from './journal-append.ts'
import { measureKioskStart } from './kiosk-start.ts'
import type { Figure } from './measure.ts'
import { measurePackage } from './package-start.ts'
import { measurePolicyDecision } from './policy-decision.ts'

const RESULTS = 'bench-results.json'

const names = [
  'policy',
  'gate',
  'journal',
  'control',
  'control-10000',
  'drain',
  'confirm',
  'start',
  'package',
  'enrolment',
] as const
type Name = (typeof names)[number]

/**
 * Measures everything this project claims about speed and prints it as a table, or only what is named. Only a whole run
 * is written to the results. Exit code 1 when something is not reached, 2 for a name it does not know.
 */
async function run(wanted: readonly string[]): Promise<void> {
  if (!wanted.every(name => names.some(known => known === name))) {
    stderr.write(`bench measures: ${names.join(', ')}\n`)
    process.exitCode = 2
    return
  }
  // What takes many minutes, or has to be packaged first, is measured where it is named.
  const isWanted = (name: Name) =>
    wanted.length === 0 ? name !== 'control-10000' && name !== 'package' : wanted.includes(name)
  const figures = await measure(isWanted)
  if (wanted.length === 0) {
    await writeFile(RESULTS, `${JSON.stringify({ at: new Date().toISOString(), figures }, null, 2)}\n`)
  }
  if (figures.some(({ isReached }) => !isReached)) process.exitCode = 1
}

async function measure(isWanted: (name: Name) => boolean): Promise<Figure[]> {
  // Beside the project, so that the disk is the one a person would use, not one in memory.
  const base = resolve('.guichet', 'bench')
  await mkdir(base, { recursive: true })
  const folder = await mkdtemp(join(base, 'run-'))
  const figures: Figure[] = []
  const tell = (measured: readonly Figure[]) => {
    figures.push(...measured)
    for (const figure of measured) stdout.write(inWords(figure))
  }
  const take: Take = async (name, work) => {
    if (!isWanted(name)) return
    tell(await work())
  }
  await take('policy', () => measurePolicyDecision())
  await take('gate', () => measureGateLoad(folder))
  await take('journal', () => measureJournalAppend(folder))
  if ((['drain', 'confirm', 'start', 'package', 'enrolment'] as const).some(isWanted))
    await measureOnPrison(folder, take)
  // Last: it takes longest, and what fails in it must not take the other figures along.
  if (isWanted('control')) await measureControl(folder, tell)
  if (isWanted('control-10000')) await measureControlAtTenThousand(folder, tell)
  await rm(folder, { recursive: true, force: true })
  return figures
}

type Take = (name: Name, work: () => Promise<readonly Figure[]>) => Promise<void>

async function measureOnPrison(folder: string, take: Take): Promise<void> {
  const prison = await startBenchPrison(folder)
  try {
    // First: what follows gives two people more to look at than they would ask for in years.
    await take('start', () => measureKioskStart(folder, prison))
    await take('package', () => measurePackage(folder, prison))
    await take('drain', () => measureDrain(folder, prison))
    await take('confirm', () => measureConfirm(folder, prison))
    await take('enrolment', () => measureEnrolment(prison))
  } finally {
    await prison.stop()
  }
}

function inWords({ what, value, peer, ratio, reach, isReached }: Figure): string {
  const beside = ratio === null ? peer : `${ratio.toFixed(2)}× ${peer}`
  return `${isReached ? 'reached' : 'MISSED '}  ${what.padEnd(44)} ${value.padEnd(22)} ${beside.padEnd(52)} ${reach}\n`
}

await run(argv.slice(2))
