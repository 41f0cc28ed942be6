import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { EnrolmentHandlers } from './bridge/register-channels.ts'
import { type KioskIdentity, readConfiguration } from './configuration/read-configuration.ts'
import type { ConnectEnrolmentParts } from './connect-enrolment.ts'

export interface FindIdentityParts extends ConnectEnrolmentParts {
  readonly onNotEnrolled: () => void
  readonly onEnrolled: () => void
}

export interface FoundIdentity {
  /** Waits, where there is no configuration, until a technician has enrolled this terminal. */
  readonly identity: Promise<KioskIdentity>
  /** Rejected with `ENROLMENT_OVER` where there is one, with what is wrong with it where it cannot be used. */
  readonly enrolment: Promise<EnrolmentHandlers>
  /** Nobody waits any more. */
  readonly giveUp: () => void
}

/** Who this terminal is: as it lies on the disk, or as it will once it is enrolled. */
export function findIdentity(parts: FindIdentityParts): FoundIdentity {
  const { configurationFile } = parts
  const reading = readConfiguration(configurationFile)
  const opened = reading.then(refuseEnrolment, async (error: unknown) => {
    if (isMissing(error)) return openEnrolment(parts)
    throw error
  })
  const end = createEnd()
  const waitForIdentity = async (problem: unknown) => {
    if (!isMissing(problem)) throw problem
    const { isEnrolled } = await opened
    parts.onNotEnrolled()
    await Promise.race([isEnrolled, end.isOver])
    parts.onEnrolled()
    return readConfiguration(configurationFile)
  }
  return {
    identity: reading.catch(waitForIdentity),
    enrolment: opened.then(({ handlers }) => handlers),
    giveUp: end.come,
  }
}

function refuseEnrolment(): never {
  throw new GuichetError('ENROLMENT_OVER', 'this terminal has a configuration')
}

/** What it needs is loaded only on a terminal that is to be enrolled. */
async function openEnrolment(parts: ConnectEnrolmentParts) {
  const { connectEnrolment } = await import('./connect-enrolment.ts')
  return connectEnrolment(parts)
}

function createEnd(): { readonly isOver: Promise<never>; readonly come: () => void } {
  let come = (): void => undefined
  const isOver = new Promise<never>((_resolve, reject) => {
    come = () => {
      reject(new GuichetError('CONFIGURATION_MISSING', 'ended before this terminal was enrolled'))
    }
  })
  isOver.catch(() => undefined)
  return { isOver, come: () => come() }
}

function isMissing(error: unknown): boolean {
  return error instanceof GuichetError && error.code === 'CONFIGURATION_MISSING'
}
