import type { Generated } from 'kysely'
import type { LedgerKind } from '#shared/contracts/account.ts'
import type { Allergen } from '#shared/contracts/catalogue.ts'
import type {
  CategoryId,
  InmateId,
  NoticeId,
  OperationId,
  OrderWindowId,
  PrisonId,
  ProductId,
  RequestId,
  TerminalId,
} from '#shared/contracts/ids.ts'
import type { Language, LocalText } from '#shared/contracts/language.ts'
import type { Operation, OperationKind } from '#shared/contracts/operation.ts'
import type { Owner, RequestEvent, RequestKind, RequestState } from '#shared/contracts/request.ts'
import type { Sealed } from '#shared/contracts/sealed.ts'
import type { Entity } from '#shared/contracts/sync.ts'
import type { ControlTables } from './control-tables.ts'
import type { DoctorReportTable } from './doctor-table.ts'
import type { EnrolmentTables } from './enrolment-tables.ts'
import type { Id } from './id-column.ts'
import type { ServiceCodeTable } from './service-table.ts'
import type { StoredVerdict } from './stored-verdict.ts'
import type { UpdateTables } from './update-tables.ts'
import type { WebTables } from './web-tables.ts'

export interface PrisonTable {
  id: Id<PrisonId>
  names: LocalText
  time_zone: string
  epoch: Generated<string>
  is_only: Generated<boolean>
}

export interface WingTable {
  id: string
  names: LocalText
}

export interface CellTable {
  id: string
  wing_id: string
  capacity: number
}

export interface InmateTable {
  id: Id<InmateId>
  number: string
  given_name: string
  family_name: string
  language: Language
  pin_verifier: string
}

export interface CellStayTable {
  inmate_id: Id<InmateId>
  cell_id: string
  since: Date
  until: Date | null
}

export interface TerminalTable {
  id: Id<TerminalId>
  name: string
  cell_id: string
  public_key: string | null
  enrolled_at: Date | null
  revoked_at: Date | null
}

export interface CategoryTable {
  id: Id<CategoryId>
  names: LocalText
  picture: string
  position: number
}

export interface ProductTable {
  id: Id<ProductId>
  category_id: Id<CategoryId>
  names: LocalText
  unit: string
  picture: string
  price_cents: number
  stock: number
  max_per_order: number
  max_per_window: number
  allergens: Allergen[]
}

export interface OrderWindowTable {
  id: Id<OrderWindowId>
  opens_at: Date
  closes_at: Date
  late_until: Date
  /** `YYYY-MM-DD`. */
  delivery_day: string
  max_total_cents: number
}

export interface NoticeTable {
  id: Id<NoticeId>
  important: boolean
  published_at: Date
  until: Date
  title: LocalText
  body: LocalText
}

export interface WebPolicyTable {
  id: 'web-policy'
  text: string
}

export interface MedicalKeyTable {
  key_id: string
  public_key: string
  retired_at: Date | null
}

export interface RecoveryKeyTable {
  key_id: string
  public_key: string
  made_at: Date
}

export interface OperationTable {
  id: Id<OperationId>
  terminal_id: Id<TerminalId>
  inmate_id: Id<InmateId>
  kind: OperationKind
  hash: Buffer
  operation: Operation
  recorded_at: Date
  received_at: Date
  verdict: StoredVerdict
}

export interface OperationConflictTable {
  operation_id: Id<OperationId>
  hash: Buffer
  terminal_id: Id<TerminalId>
  operation: Operation
  received_at: Date
}

export interface RequestTable {
  id: Id<RequestId>
  inmate_id: Id<InmateId>
  kind: RequestKind
  state: RequestState
  owner: Owner
  recorded_at: Date
  received_at: Date
  due_at: Date
  reminded_at: Date | null
  receipt: string
}

export interface RequestEventTable {
  request_id: Id<RequestId>
  position: number
  at: Date
  step: RequestEvent['step']
}

export interface OrderTable {
  request_id: Id<RequestId>
  inmate_id: Id<InmateId>
  window_id: Id<OrderWindowId>
  total_cents: number
}

export interface OrderLineTable {
  request_id: Id<RequestId>
  product_id: Id<ProductId>
  names: LocalText
  quantity: number
  unit_price_cents: number
}

export interface MedicalRequestTable {
  request_id: Id<RequestId>
  sealed: Sealed
}

export interface PageRequestTable {
  request_id: Id<RequestId>
  site_id: string
  address: string
  code: string
}

/** What an account is for. `available` and `held` are an inmate's, the others the prison's. */
export type AccountPurpose = 'available' | 'held' | 'canteen' | 'payroll' | 'outside' | 'phone'

export interface AccountTable {
  id: string
  inmate_id: Id<InmateId> | null
  purpose: AccountPurpose
}

export interface LedgerTransactionTable {
  id: string
  at: Date
  kind: LedgerKind
  request_id: Id<RequestId> | null
}

export interface LedgerEntryTable {
  transaction_id: string
  account_id: string
  amount_cents: number
}

export interface ChangeTable {
  entity: Entity
  key: string
  scope: string
  is_gone: Generated<boolean>
  /** A 64-bit transaction id, as digits. */
  xid: Generated<string>
  seq: Generated<number>
}

/** Every table by its name, as Kysely knows them. */
export interface Tables extends ControlTables, EnrolmentTables, UpdateTables, WebTables {
  prison: PrisonTable
  wings: WingTable
  cells: CellTable
  inmates: InmateTable
  cell_stays: CellStayTable
  terminals: TerminalTable
  categories: CategoryTable
  products: ProductTable
  order_windows: OrderWindowTable
  notices: NoticeTable
  web_policy: WebPolicyTable
  medical_keys: MedicalKeyTable
  recovery_keys: RecoveryKeyTable
  operations: OperationTable
  operation_conflicts: OperationConflictTable
  requests: RequestTable
  request_events: RequestEventTable
  orders: OrderTable
  order_lines: OrderLineTable
  medical_requests: MedicalRequestTable
  page_requests: PageRequestTable
  accounts: AccountTable
  ledger_transactions: LedgerTransactionTable
  ledger_entries: LedgerEntryTable
  changes: ChangeTable
  doctor_reports: DoctorReportTable
  service_codes: ServiceCodeTable
}
