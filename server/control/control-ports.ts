import type { Database } from '../database/open-database.ts'
import type { StateKeys } from '../keys/state-keys.ts'

/** What giving an order takes. */
export interface ControlPorts {
  readonly database: Database
  readonly keys: StateKeys
  readonly clock: () => Date
}
