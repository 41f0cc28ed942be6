import type { InmateId } from '#shared/contracts/ids.ts'
import { type Operation, operationSchema } from '#shared/contracts/operation.ts'
import type { ChannelInput } from '../bridge-client.ts'

/** The operation a main process would make of an intent; medical content becomes a sealed text of nothing. */
export function recordIntent(
  id: string,
  intent: ChannelInput<'operation:confirm'>['intent'],
  inmateId: InmateId,
): Operation {
  const sealed = { version: 1, keyId: 'medical-key', encapsulatedKey: 'AAAA', ciphertext: 'AAAA' }
  return operationSchema.parse({
    id,
    inmateId,
    terminalId: '20000000-0000-4000-8000-000000000001',
    recordedAt: '2026-03-02T10:00:00.000Z',
    kind: intent.kind,
    body: intent.kind === 'medical.appointment' ? sealed : intent.body,
  })
}
