import { GuichetDatabase } from '#renderer/data/database.ts'
import { type OperationId, operationIdSchema } from '#shared/contracts/ids.ts'
import { v7 } from 'uuid'

/** What else of the browser a kiosk stands on once somebody is to sign in. */
export interface KioskPorts {
  readonly db: GuichetDatabase
  /** Yields [0, 1). */
  readonly random: () => number
  readonly mintId: () => OperationId
}

export function browserKioskPorts(): KioskPorts {
  return {
    db: new GuichetDatabase(),
    random: () => Math.random(),
    mintId: () => operationIdSchema.parse(v7()),
  }
}
