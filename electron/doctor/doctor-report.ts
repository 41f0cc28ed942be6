import type { DoctorReport } from '#shared/doctor/doctor-report.ts'
import type { Finding } from '#shared/doctor/finding.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { AskServer } from '../line/terminal-line.ts'

const FIRST_AFTER_MS = 60_000
const LOOK_EVERY_MS = 10 * 60_000
const SEND_EVERY_MS = 60 * 60_000

/** What was found, and by which program. */
export interface Examination {
  readonly program: DoctorReport['program']
  readonly findings: readonly Finding[]
}

export interface DoctorReportParts {
  readonly ask: AskServer
  readonly examine: () => Promise<Examination>
  readonly now: () => Date
  /** A clock nobody can set. */
  readonly monotonicMs: () => number
  /** Runs later, and answers how to let it be. */
  readonly later: (run: () => void, delayMs: number) => () => void
  /** From 0 to 1: a block's terminals start together, and should not report together. */
  readonly random: () => number
  readonly onFault: (error: unknown) => void
}

/**
 * Tells the server what the doctor finds here: soon after the start, once an hour, and within ten minutes when something is
 * other than it was. What does not arrive is told the next time: the server keeps the latest alone.
 */
export function startDoctorReport(parts: DoctorReportParts): { readonly stop: () => void } {
  const { later, random } = parts
  let sent: { readonly told: string; readonly atMs: number } | undefined
  let forget: (() => void) | undefined

  const look = async (): Promise<void> => {
    const report = reportOf(await parts.examine(), parts.now())
    const told = toldBy(report)
    const nowMs = parts.monotonicMs()
    if (sent?.told === told && nowMs - sent.atMs < SEND_EVERY_MS) return
    const body = JSON.stringify(report)
    const answer = await parts.ask({ method: 'POST', path: terminalRoutes.doctor, body, hearsRejection: true })
    if (answer.status === 'answered') sent = { told, atMs: nowMs }
  }
  const plan = (delayMs: number): void => {
    forget = later(
      () => {
        void look()
          .catch(parts.onFault)
          .finally(() => {
            if (forget !== undefined) plan(LOOK_EVERY_MS)
          })
      },
      delayMs * (0.75 + random() / 2),
    )
  }
  plan(FIRST_AFTER_MS)
  return {
    stop: () => {
      forget?.()
      forget = undefined
    },
  }
}

function reportOf({ program, findings }: Examination, now: Date): DoctorReport {
  const ill = findings.filter(({ state }) => state !== 'ok')
  return { version: 1, at: now.toISOString(), program, checked: findings.length, findings: ill }
}

/** What makes a report another one: what is wrong, not by how much. */
function toldBy({ program, findings }: DoctorReport): string {
  return JSON.stringify([program, findings.map(({ check, state }) => [check, state])])
}
