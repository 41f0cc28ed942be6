import type { OperationOf } from '#shared/contracts/operation.ts'
import type { BatchState, RequestRecord } from '../batch-state.ts'

/** The request an operation is about, if it is the same inmate's. Somebody else's is as unknown as none. */
export function ownRequest(
  { body, inmateId }: OperationOf<'request.withdraw' | 'request.remind'>,
  { requests }: BatchState,
): RequestRecord | undefined {
  const record = requests.get(body.requestId)
  return record?.inmateId === inmateId ? record : undefined
}
