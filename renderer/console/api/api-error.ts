import type { ErrorCode } from '#shared/errors/guichet-error.ts'

/** Why a request was not answered as hoped. `OFFLINE`: nobody answered; `PASSKEY_UNUSED`: no key was touched. */
export type ApiFailure = ErrorCode | 'OFFLINE' | 'PASSKEY_UNUSED'

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ApiFailure

  constructor(code: ApiFailure, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

export function codeOf(error: unknown): ApiFailure {
  return error instanceof ApiError ? error.code : 'INTERNAL'
}
