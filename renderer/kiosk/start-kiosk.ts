import { type Bridge, type BridgeClient, createBridgeClient } from '#renderer/data/bridge-client.ts'
import { forgetConfirmedCart } from '#renderer/data/cart-drafts.ts'
import type { GuichetDatabase } from '#renderer/data/database.ts'
import { type StartedSync, startSync } from '#renderer/data/start-sync.ts'
import { tryCall } from '#renderer/data/try-call.ts'
import { withinTime } from '#renderer/data/within-time.ts'
import { WRITE_LIMIT_MS } from '#renderer/data/write-through.ts'
import type { PageEvent } from '#shared/contracts/bridge.ts'
import type { InmateId, NoticeId, OperationId } from '#shared/contracts/ids.ts'
import { createStore, type StoreApi } from 'zustand'
import { browserPorts, type KioskPorts } from './kiosk-ports.ts'
import { createActions } from './stores/create-actions.ts'
import { createPersonSpace, type PersonSpace } from './stores/create-person-space.ts'
import { SessionKeeper } from './stores/create-session-store.ts'
import type { Kiosk } from './stores/kiosk.ts'
import { keepLineInStep } from './stores/keep-line.ts'
import { lineAtStart, type LineState, toLineState } from './stores/line-store.ts'
import { openPublicViews } from './stores/public-views.ts'
import { IDLE_LOCK_MS, IDLE_LOCK_ON_WEB_MS } from './stores/session-store.ts'
import { createWebKeeper, type WebKeeper } from './stores/web-store.ts'

/**
 * Starts everything a kiosk page stands on and answers at once; what is still being read is `undefined` in its hooks.
 *
 *  - Nobody is signed in after it, on the page or behind it, whatever was before the page was loaded.
 *  - Nobody can sign in before outbox and journal were brought together.
 */
export function startKiosk(bridge: Bridge, ports: KioskPorts = browserPorts()): Kiosk {
  const client = createBridgeClient(bridge)
  const { db, clock } = ports
  const line = createStore<LineState>(() => lineAtStart)
  const shared = openPublicViews(db)
  const web = createWebKeeper(client)
  const started = startData(client, ports, line, () => void session.refreshPeople())
  const outbox = async () => (await started).outbox
  const space = createPersonSpace({ db, bridge: client, outbox, shared, mintId: ports.mintId })
  const session = createSession(client, ports, { web, space })
  const inmateId = () => session.store.getState().person?.inmateId ?? null
  const stops = [
    ports.onInput(() => session.store.getState().personActed()),
    client.onEvent(event => heard(event, { session, web })),
    keepLineInStep(line, db, started),
  ]
  void begin(client, session)

  return {
    ...space.stores,
    session: session.store,
    line,
    shared,
    web: web.store,
    actions: createActions({
      ...space,
      bridge: client,
      outbox,
      inmateId,
      forgetCart: forgetCartIn(db),
      mintId: ports.mintId,
    }),
    markNoticeRead: id => void markRead(ports, inmateId(), id),
    now: clock.now,
    stop: async () => stopAll({ ports, started, session, stops, shared }),
  }
}

function startData(bridge: BridgeClient, ports: KioskPorts, line: StoreApi<LineState>, onFetched: () => void) {
  return startSync({
    ...ports,
    bridge,
    onStatus: status => line.setState(toLineState(status)),
    onDegraded: isDegraded => line.setState({ isDegraded }),
    onFetched,
  })
}

interface Parts {
  readonly web: WebKeeper
  readonly space: PersonSpace
}

function createSession(bridge: BridgeClient, { clock }: KioskPorts, { web, space }: Parts): SessionKeeper {
  return new SessionKeeper({
    bridge,
    clock,
    idleLimitMs: () => (web.store.getState().page === null ? IDLE_LOCK_MS : IDLE_LOCK_ON_WEB_MS),
    prepare: async person => {
      await space.signedIn(person)
      void web.store.getState().refreshSites()
    },
    clear: () => {
      space.signedOut()
      web.signedOut()
    },
  })
}

async function begin(bridge: BridgeClient, session: SessionKeeper): Promise<void> {
  await tryCall(bridge, 'session:end', { reason: 'signed-out' })
  await Promise.all([session.refreshTerminal(), session.refreshPeople()])
}

function heard(event: PageEvent, { session, web }: { readonly session: SessionKeeper; readonly web: WebKeeper }): void {
  web.pageEvent(event)
  if (event.event === 'session-ended') void session.end('ended-by-terminal')
  // The web view keeps its touches to itself: that a page loads is how this page learns that somebody is there.
  else session.store.getState().personActed()
}

function forgetCartIn(db: GuichetDatabase) {
  return async (inmateId: InmateId, operationId: OperationId) => forgetConfirmedCart(db, inmateId, operationId)
}

async function markRead({ db }: KioskPorts, inmateId: InmateId | null, noticeId: NoticeId): Promise<void> {
  if (inmateId === null) return
  await withinTime(db.noticesRead.put({ inmateId, noticeId }), WRITE_LIMIT_MS)
}

interface Running {
  readonly ports: KioskPorts
  readonly started: Promise<StartedSync>
  readonly session: SessionKeeper
  readonly shared: Kiosk['shared']
  readonly stops: readonly (() => void)[]
}

async function stopAll({ ports, started, session, shared, stops }: Running): Promise<void> {
  session.stop()
  for (const stop of stops) stop()
  for (const { close } of [shared.categories, shared.products, shared.windows, shared.notices]) close()
  const { stop } = await started
  stop()
  ports.db.close()
}
