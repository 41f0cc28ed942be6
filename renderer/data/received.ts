import { unreachable } from '#shared/errors/unreachable.ts'
import { base64urlToBytes } from '#shared/sealing/base64url.ts'
import { type Receipt, receiptSchema } from '#shared/contracts/receipt.ts'
import type { Request } from '#shared/contracts/request.ts'
import type { ReceivedOperation } from './rows.ts'

/**
 * What a receipt says, or null when it cannot be read. The signature is not checked here: the main process
 * did that before the verdict reached the page, and the page holds no keys.
 */
export function readReceipt(jws: string): Receipt | null {
  try {
    const payload: unknown = JSON.parse(new TextDecoder().decode(base64urlToBytes(jws.split('.')[1] ?? '')))
    return receiptSchema.safeParse(payload).data ?? null
  } catch {
    // Not a compact JWS, or no JSON in it. The operation was received all the same, only its details are unknown.
    return null
  }
}

/** The request an operation is about: the one it opens, or the one it names. */
export function requestIdOf({ operation }: Pick<ReceivedOperation, 'operation'>): Request['id'] {
  switch (operation.kind) {
    case 'canteen.order':
    case 'medical.appointment':
    case 'web.page-request':
      return operation.id
    case 'request.withdraw':
    case 'request.remind':
      return operation.body.requestId
    default:
      return unreachable(operation)
  }
}

const closed: ReadonlySet<Request['state']> = new Set(['delivered', 'answered', 'withdrawn', 'cancelled'])

/** Whether the prison's own row shows what this operation did, so that the terminal's word for it is no longer needed. */
export function isReflected({ operation }: Pick<ReceivedOperation, 'operation'>, row: Request | undefined): boolean {
  if (row === undefined) return false
  switch (operation.kind) {
    case 'canteen.order':
    case 'medical.appointment':
    case 'web.page-request':
      return true
    case 'request.withdraw':
      return closed.has(row.state)
    case 'request.remind':
      return row.remindedAt !== null || closed.has(row.state)
    default:
      return unreachable(operation)
  }
}
