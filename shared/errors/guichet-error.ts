/** Every failure Guichet can name. The key is what logs, tests and the other side of a boundary see. */
export const errorCodes = {
  BODY_INVALID: { retryable: false },
  BODY_TOO_LARGE: { retryable: false },
  CLOCK_UNTRUSTED: { retryable: true },
  CONFIGURATION_INVALID: { retryable: false },
  CONFIGURATION_MISSING: { retryable: false },
  CONTENT_TYPE_REFUSED: { retryable: false },
  DATABASE_UNAVAILABLE: { retryable: true },
  DATA_FOLDER_IN_USE: { retryable: false },
  DATA_FOLDER_UNUSABLE: { retryable: false },
  DISPLAY_NOT_X11: { retryable: false },
  ENROLMENT_ADDRESS_INVALID: { retryable: false },
  ENROLMENT_CODE_EXPIRED: { retryable: false },
  ENROLMENT_CODE_UNKNOWN: { retryable: false },
  ENROLMENT_CODE_USED: { retryable: false },
  ENROLMENT_KEY_DIFFERS: { retryable: false },
  ENROLMENT_OTHER_TERMINAL: { retryable: false },
  ENROLMENT_OVER: { retryable: false },
  ENROLMENT_SERVER_UNKNOWN: { retryable: false },
  ENROLMENT_TRIES_SPENT: { retryable: true },
  IMPORT_REFUSED: { retryable: false },
  INMATE_UNKNOWN: { retryable: false },
  INSTALLATION_CHANGED: { retryable: false },
  INTERNAL: { retryable: false },
  IPC_INPUT_INVALID: { retryable: false },
  IPC_SENDER_REFUSED: { retryable: false },
  IPC_TOO_MANY: { retryable: true },
  JOURNAL_FULL: { retryable: true },
  JOURNAL_IN_USE: { retryable: false },
  JOURNAL_UNAVAILABLE: { retryable: true },
  LINE_ANSWER_LOST: { retryable: true },
  LINE_UNREACHABLE: { retryable: true },
  OPERATION_ID_REUSED: { retryable: false },
  OPERATION_NOT_YOURS: { retryable: false },
  OPERATION_UNKNOWN: { retryable: false },
  ORDER_REFUSED: { retryable: false },
  ORDER_UNKNOWN: { retryable: false },
  POLICY_INVALID: { retryable: false },
  PORT_IN_USE: { retryable: false },
  PULL_CURSOR_UNKNOWN: { retryable: false },
  QUERY_INVALID: { retryable: false },
  RECEIPT_INVALID: { retryable: false },
  REQUEST_STATE_REFUSED: { retryable: false },
  REQUEST_UNKNOWN: { retryable: false },
  ROUTE_UNKNOWN: { retryable: false },
  SEALED_UNREADABLE: { retryable: false },
  SERVER_BUSY: { retryable: true },
  SERVICE_CLOSED: { retryable: true },
  SERVICE_SCREEN_SHUT: { retryable: false },
  SERVICE_SECRET_MISSING: { retryable: false },
  SESSION_MISSING: { retryable: false },
  SESSION_OPEN: { retryable: false },
  SIMULATION_REFUSED: { retryable: false },
  STAFF_INVITATION_REFUSED: { retryable: false },
  STAFF_REFUSED: { retryable: false },
  STAFF_TRIES_SPENT: { retryable: true },
  STAFF_UNKNOWN: { retryable: false },
  STATE_REFUSED: { retryable: false },
  TERMINAL_REFUSED: { retryable: false },
  TERMINAL_UNKNOWN: { retryable: false },
  UPDATE_REFUSED: { retryable: false },
  UPDATE_UNKNOWN: { retryable: false },
  WEB_SITE_UNKNOWN: { retryable: false },
} as const satisfies Record<string, { readonly retryable: boolean }>

export type ErrorCode = keyof typeof errorCodes

/** What may cross a process or network boundary: a code, never a message, a stack or a cause. */
export interface PublicError {
  readonly code: ErrorCode
  readonly retryable: boolean
}

/** A failure that was foreseen. Anything else that is thrown is a bug and leaves as `INTERNAL`. */
export class GuichetError extends Error {
  override readonly name = 'GuichetError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The part of a failure that may leave this process. */
export function toPublicError(error: unknown): PublicError {
  const code = error instanceof GuichetError ? error.code : 'INTERNAL'
  return { code, retryable: errorCodes[code].retryable }
}
