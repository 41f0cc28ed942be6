import type { EnrolmentHandlers } from './bridge/register-channels.ts'
import { createEnrolmentDisk } from './enrolment/enrolment-disk.ts'
import { Enrolment } from './enrolment/enrolment.ts'
import { readHints } from './enrolment/read-hints.ts'
import { replaceFile } from './files/replace-file.ts'
import type { Log } from './log/log.ts'
import { createInTurn } from './sequence/in-turn.ts'

export interface ConnectEnrolmentParts {
  readonly configurationFile: string
  readonly hintsFolder: string
  readonly log: Log
}

export interface ConnectedEnrolment {
  readonly handlers: EnrolmentHandlers
  /** Resolves when the configuration is on the disk. */
  readonly isEnrolled: Promise<void>
}

/** Puts the parts together that enrol a terminal. Throws `CONFIGURATION_INVALID` where its pinned server cannot be read. */
export async function connectEnrolment(parts: ConnectEnrolmentParts): Promise<ConnectedEnrolment> {
  const { configurationFile, hintsFolder, log } = parts
  const hints = await readHints(hintsFolder, error => {
    log.error('enrolment', error)
  })
  const disk = createEnrolmentDisk(configurationFile, replaceFile)
  let onEnrolled = (): void => undefined
  const isEnrolled = new Promise<void>(resolve => {
    onEnrolled = resolve
  })
  const enrolment = new Enrolment({ hints, disk, nowMs: Date.now, inTurn: createInTurn(), onEnrolled })
  return { handlers: enrolment.handlers(), isEnrolled }
}
