import { applyChanges, type PulledPage } from './apply-changes.ts'
import type { BridgeClient } from './bridge-client.ts'
import type { GuichetDatabase } from './database.ts'
import type { LoopEvent } from './next-step.ts'
import { toLoopEvent } from './no-answer.ts'
import type { Outbox } from './outbox.ts'
import { withinTime } from './within-time.ts'

/** A whole page takes longer than one entry, and still must not hang the loop when the disk is full. */
const APPLY_LIMIT_MS = 10_000

export interface PullPorts {
  readonly db: GuichetDatabase
  readonly bridge: BridgeClient
  readonly outbox: Outbox
}

/** Pulls one page and applies it. The cursor is read anew each time: a database that was emptied gets a full copy. */
export async function pullPage({ db, bridge, outbox }: PullPorts): Promise<LoopEvent> {
  let cursor: string | null = null
  const reading = async () => {
    cursor = (await db.meta.get('sync'))?.cursor ?? null
  }
  if ((await withinTime(reading(), APPLY_LIMIT_MS)) !== 'done') return { type: 'failed' }
  const answer = await bridge.call('line:pull', { cursor })
  if (answer.status !== 'answered') return toLoopEvent(answer)
  return (await apply(answer, { db, outbox })) ? { type: 'pulled', hasMore: answer.more } : { type: 'failed' }
}

async function apply(page: PulledPage, { db, outbox }: Omit<PullPorts, 'bridge'>): Promise<boolean> {
  const applying = async () => {
    const { requests, goneRequests, inmatesWhoLeft, hasCompletedCopy } = await applyChanges(db, page)
    await outbox.mirrored(requests, goneRequests)
    for (const inmateId of inmatesWhoLeft) await outbox.inmateLeft(inmateId)
    if (hasCompletedCopy) await outbox.copyCompleted()
  }
  return (await withinTime(applying(), APPLY_LIMIT_MS)) === 'done'
}
