import type { Generated } from 'kysely'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { ServiceSecret } from '#shared/service/service-code.ts'
import type { Id } from './id-column.ts'

/** What opens the service screen of a terminal. */
export interface ServiceCodeTable {
  terminal_id: Id<TerminalId>
  secret: ServiceSecret
  /** Of the code that was given last; 0 before the first. */
  counter: Generated<number>
  made_at: Date
}
