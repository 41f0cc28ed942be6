import { errorCodes, type ErrorCode } from '#shared/errors/guichet-error.ts'
import { z } from 'zod'
import { ApiError } from './api-error.ts'

const codes = Object.keys(errorCodes)
const errorSchema = z.object({ code: z.custom<ErrorCode>(code => codes.includes(String(code))) })
const TIMEOUT_MS = 15_000

export interface RequestParts {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly body?: unknown
}

/** Asks the server and reads its answer with `schema`. Every failure is an `ApiError`. */
export async function request<Schema extends z.ZodType>(
  schema: Schema,
  url: string,
  { method = 'GET', body }: RequestParts = {},
): Promise<z.output<Schema>> {
  const response = await send(url, {
    method,
    credentials: 'same-origin',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new ApiError(errorSchema.safeParse(answer).data?.code ?? 'INTERNAL')
  const read = schema.safeParse(answer)
  if (!read.success) throw new ApiError('INTERNAL', { cause: read.error })
  return read.data
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    throw new ApiError('OFFLINE', { cause: error })
  }
}
