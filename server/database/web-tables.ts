import type { ColumnType, Generated } from 'kysely'
import type { InmateId, TerminalId } from '#shared/contracts/ids.ts'
import type { Id } from './id-column.ts'

export interface WebBudgetTable {
  inmate_id: Id<InmateId>
  site_id: string
  /** `YYYY-MM-DD`. */
  day: string
  query_characters: Generated<number>
  path_characters: Generated<number>
}

export interface WebAddressTable {
  inmate_id: Id<InmateId>
  site_id: string
  day: string
  hash: Buffer
}

export interface WebRefusalTable {
  /** `YYYY-MM-DD`. */
  day: string
  terminal_id: Id<TerminalId>
  gate: 'gateway' | 'kiosk'
  /** Empty where no site has a part in it; so with the rule. */
  site_id: string
  rule_id: string
  host: string
  path: string
  method: string
  type: string
  reason: string
  count: number
}

export interface WebReviewTable {
  id: Generated<number>
  at: Date
  terminal_id: Id<TerminalId>
  inmate_id: Id<InmateId>
  site_id: string
  rule_id: string
  method: string
  host: string
  path: string
  fields: ColumnType<readonly WrittenField[], string, never>
}

/** One field or parameter, with what a person may have written into it. */
export interface WrittenField {
  readonly name: string
  readonly value: string
}

/** The tables of what goes out to the web, and is refused. */
export interface WebTables {
  web_budgets: WebBudgetTable
  web_addresses: WebAddressTable
  web_refusals: WebRefusalTable
  web_reviews: WebReviewTable
}
