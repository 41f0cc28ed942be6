import { forgetConfirmedCart } from '#renderer/data/cart-drafts.ts'
import type { GuichetDatabase } from '#renderer/data/database.ts'
import { startSync } from '#renderer/data/start-sync.ts'
import { withinTime } from '#renderer/data/within-time.ts'
import { WRITE_LIMIT_MS } from '#renderer/data/write-through.ts'
import type { InmateId, NoticeId, OperationId } from '#shared/contracts/ids.ts'
import type { KioskPorts } from './kiosk-ports.ts'
import type { OpenEntrance } from './start-entrance.ts'
import { createActions } from './stores/create-actions.ts'
import { createPersonSpace, type PersonSpace } from './stores/create-person-space.ts'
import type { Kiosk } from './stores/kiosk.ts'
import { keepLineInStep } from './stores/keep-line.ts'
import { toLineState } from './stores/line-store.ts'
import { openPublicViews } from './stores/public-views.ts'
import { watchMaintenance } from './stores/watch-maintenance.ts'

export interface StartedKiosk extends Pick<PersonSpace, 'signedIn' | 'signedOut'> {
  readonly kiosk: Kiosk
  /** Ends the sync loop and the database connection. */
  readonly stop: () => Promise<void>
}

/**
 * Starts everything behind the entrance and answers at once; what is still being read is `undefined` in its hooks.
 * `signedIn` waits until outbox and journal were brought together.
 */
export function startKiosk(entrance: OpenEntrance, ports: KioskPorts): StartedKiosk {
  const { bridge, session, line, openState, web, now, loadService } = entrance
  const { db, mintId } = ports
  const shared = openPublicViews(db)
  const started = startData(entrance, ports)
  const outbox = async () => (await started).outbox
  const space = createPersonSpace({ db, bridge, outbox, shared, mintId })
  const inmateId = () => session.getState().person?.inmateId ?? null
  const stopLine = keepLineInStep(line, db, started)
  const stopWatching = watchMaintenance(openState, async () => (await started).serverOpened())
  const refusedAsClosed = async () => openState.getState().refresh()
  const forgetCart = forgetCartIn(db)
  const actions = createActions({ ...space, bridge, outbox, inmateId, forgetCart, mintId, refusedAsClosed })
  return {
    kiosk: {
      ...space.stores,
      session,
      line,
      openState,
      now,
      loadService,
      shared,
      actions,
      web: web.store,
      markNoticeRead: id => void markRead(db, inmateId(), id),
    },
    signedIn: space.signedIn,
    signedOut: space.signedOut,
    stop: async () => {
      stopLine()
      stopWatching()
      for (const { close } of [shared.categories, shared.products, shared.windows, shared.notices]) close()
      const { stop } = await started
      stop()
      db.close()
    },
  }
}

function startData({ bridge, clock, line, refreshPeople }: OpenEntrance, { db, random }: KioskPorts) {
  return startSync({
    db,
    bridge,
    clock,
    random,
    onStatus: status => line.setState(toLineState(status)),
    onDegraded: isDegraded => line.setState({ isDegraded }),
    onFetched: () => void refreshPeople(),
  })
}

function forgetCartIn(db: GuichetDatabase) {
  return async (inmateId: InmateId, operationId: OperationId) => forgetConfirmedCart(db, inmateId, operationId)
}

async function markRead(db: GuichetDatabase, inmateId: InmateId | null, noticeId: NoticeId): Promise<void> {
  if (inmateId === null) return
  await withinTime(db.noticesRead.put({ inmateId, noticeId }), WRITE_LIMIT_MS)
}
