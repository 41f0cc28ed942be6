import type { RequestEvent } from '#shared/contracts/request.ts'
import type { RequestRecord } from '../batch-state.ts'
import type { Desk } from '../decision.ts'

/** Adds a step to the life of a request, and marks the request as changed. */
export function addEvent(record: RequestRecord, step: RequestEvent['step'], at: Date, { effects }: Desk): void {
  const { id: requestId, inmateId, eventCount: position } = record
  effects.events.push({ requestId, inmateId, position, at: at.toISOString(), step })
  record.eventCount += 1
  if (!effects.opened.has(requestId)) effects.stepped.add(record)
}
