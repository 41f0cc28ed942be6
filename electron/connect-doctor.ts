import { judgeTerminal } from '#shared/doctor/judge-terminal.ts'
import { performance } from 'node:perf_hooks'
import type { Kiosk } from './create-kiosk.ts'
import { createCompareDaily } from './doctor/compare-daily.ts'
import { type Examination, startDoctorReport } from './doctor/doctor-report.ts'
import type { ExamineParts } from './examine-terminal.ts'

export interface ConnectDoctorParts extends Omit<ExamineParts, 'checkFiles'> {
  /** Whether the program's files are those that were packaged. They were when the kiosk started. */
  readonly compareFiles: () => Promise<'whole' | 'changed'>
}

/** Lets a running kiosk tell the server how it is. What that takes is loaded with the first look, a minute after the start. */
export function connectDoctor(
  { ask, log }: Kiosk,
  { configurationFile, dataFolder, version, stamp, compareFiles }: ConnectDoctorParts,
): { readonly stop: () => void } {
  const monotonicMs = () => performance.now()
  const checkFiles = createCompareDaily({ compare: compareFiles, monotonicMs })
  const examine = async (): Promise<Examination> => {
    const { examineTerminal } = await import('./examine-terminal.ts')
    const facts = await examineTerminal({ configurationFile, dataFolder, version, stamp, checkFiles })
    const { version: release, electron, isPackaged } = facts.program
    return { program: { version: release, electron, isPackaged }, findings: judgeTerminal(facts) }
  }
  return startDoctorReport({
    ask,
    examine,
    now: () => new Date(),
    monotonicMs,
    later: (run, delayMs) => {
      const timer = setTimeout(run, delayMs)
      return () => {
        clearTimeout(timer)
      }
    },
    random: Math.random,
    onFault: error => {
      log.error('doctor', error)
    },
  })
}
