import { judgeTerminal } from '#shared/doctor/judge-terminal.ts'
import { performance } from 'node:perf_hooks'
import type { Kiosk } from './create-kiosk.ts'
import { type Examination, startDoctorReport } from './doctor/doctor-report.ts'
import type { ExamineParts } from './examine-terminal.ts'

/** Lets a running kiosk tell the server how it is. What that takes is loaded with the first look, a minute after the start. */
export function connectDoctor(
  { ask, log }: Kiosk,
  { configurationFile, dataFolder, version, stamp }: Omit<ExamineParts, 'checkFiles'>,
): { readonly stop: () => void } {
  const examine = async (): Promise<Examination> => {
    const { examineTerminal } = await import('./examine-terminal.ts')
    // It compared its files when it started, and shows nothing where they were changed.
    const checkFiles = () => Promise.resolve('whole' as const)
    const facts = await examineTerminal({ configurationFile, dataFolder, version, stamp, checkFiles })
    const { version: release, electron, isPackaged } = facts.program
    return { program: { version: release, electron, isPackaged }, findings: judgeTerminal(facts) }
  }
  return startDoctorReport({
    ask,
    examine,
    now: () => new Date(),
    monotonicMs: () => performance.now(),
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
