import type { ColumnType, Generated } from 'kysely'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { OrderId } from '#shared/directive/closing.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import type { Id } from './id-column.ts'

export interface StaffTable {
  id: string
  name: string
  role: 'warden'
  created_at: Date
  disabled_at: Date | null
  /** Who vouches for them; null where it was the command line. */
  invited_by: string | null
}

/** A passkey of a member of staff (WebAuthn). */
export interface StaffKeyTable {
  /** Base64url, as browsers have it. */
  credential_id: string
  staff_id: string
  /** COSE, as the authenticator gave it. */
  public_key: Buffer
  counter: number
  transports: string[]
  created_at: Date
  used_at: Date | null
}

export interface StaffInvitationTable {
  /** SHA-256. */
  token_hash: Buffer
  staff_id: string
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

export interface StaffSessionTable {
  /** SHA-256. */
  token_hash: Buffer
  staff_id: string
  created_at: Date
  used_at: Date
  expires_at: Date
}

/** How many an order concerns. */
export interface Concerned {
  readonly terminals: number
  readonly people: number
}

export interface StateOrderTable {
  id: Id<OrderId>
  /** Written as its JSON text. */
  intent: ColumnType<OrderIntent, string, never>
  ordered_by: string
  ordered_at: Date
  via: 'console' | 'command line'
  expected: ColumnType<Concerned, string, never>
  status: 'waiting' | 'in-force' | 'declined'
  decided_by: string | null
  decided_at: Date | null
  version: number | null
}

export interface StateDocumentTable {
  version: number
  issued_at: Date
  jws: string
  key_id: string
  signers: string[]
  order_id: Id<OrderId> | null
}

export interface ControlServerTable {
  id: string
  alive_at: Date
  version: number
  in_flight: number
}

export interface TerminalStateTable {
  terminal_id: Id<TerminalId>
  connected_at: Date | null
  server_id: string | null
  heard_at: Date
  obeyed_version: Generated<number>
  obeyed_at: Date | null
  web_lease_until: Date | null
  local_lease_until: Date | null
  highest_version: Generated<number>
  rolled_back_at: Date | null
  refusal: string | null
}

export interface AuditRecordTable {
  seq: number
  at: Date
  actor: string
  action: string
  /** Written as its JSON text. */
  subject: ColumnType<unknown, string, never>
  /** SHA-256 of the record before, hexadecimal; zeroes before the first. */
  previous_hash: string
  hash: string
}

/** The tables of staff, control and audit. */
export interface ControlTables {
  staff: StaffTable
  staff_keys: StaffKeyTable
  staff_invitations: StaffInvitationTable
  staff_sessions: StaffSessionTable
  state_orders: StateOrderTable
  state_documents: StateDocumentTable
  control_servers: ControlServerTable
  terminal_states: TerminalStateTable
  audit_records: AuditRecordTable
}
