import { type Bridge, type BridgeClient, createBridgeClient } from '#renderer/data/bridge-client.ts'
import { tryCall } from '#renderer/data/try-call.ts'
import type { PageEvent } from '#shared/contracts/bridge.ts'
import { createStore } from 'zustand'
import type { EntrancePorts } from './entrance-ports.ts'
import { createInside, type Inside, type InsideKeeper, type LoadInside } from './inside.ts'
import { SessionKeeper } from './stores/create-session-store.ts'
import type { Entrance } from './stores/entrance.ts'
import { lineAtStart, type LineState } from './stores/line-store.ts'
import { IDLE_LOCK_MS, IDLE_LOCK_ON_WEB_MS } from './stores/session-store.ts'
import { createOpenStateKeeper, type OpenStateKeeper } from './stores/open-state-store.ts'
import { createWebKeeper, type WebKeeper } from './stores/web-store.ts'

/** What the rest of a kiosk is started on. */
export interface OpenEntrance extends Entrance {
  readonly bridge: BridgeClient
  readonly clock: EntrancePorts['clock']
  readonly web: WebKeeper
  readonly refreshPeople: () => Promise<void>
}

export interface StartedEntrance extends OpenEntrance {
  /** Null only before anybody signed in. */
  readonly inside: () => Inside | null
  /** Ends the timers, the sync loop and the database connection. */
  readonly stop: () => Promise<void>
}

/**
 * Starts what the sign-in screen stands on and answers at once. The rest is loaded when the names have been painted.
 *
 *  - Nobody is signed in after it, on the page or behind it, whatever was before the page was loaded.
 *  - Nobody can sign in before everything behind the sign-in is there.
 */
export function startEntrance(bridge: Bridge, ports: EntrancePorts, load: LoadInside): StartedEntrance {
  const client = createBridgeClient(bridge)
  const { clock } = ports
  const openState = createOpenStateKeeper(client)
  const web = createWebKeeper(client, openState.store.getState().refresh)
  const inside = createInside(load, () => opened)
  const session = createSession(client, clock, { web, openState, inside })
  const stops = [
    ports.onInput(() => session.store.getState().personActed()),
    client.onEvent(event => heard(event, session, { web, openState })),
  ]
  const opened: OpenEntrance = {
    session: session.store,
    line: createStore<LineState>(() => lineAtStart),
    openState: openState.store,
    now: clock.now,
    loadService: async () => {
      const { bindServicePage } = await import('./service/service-page.tsx')
      return bindServicePage({ bridge: client, clock, onInput: ports.onInput })
    },
    bridge: client,
    clock,
    web,
    refreshPeople: async () => session.refreshPeople(),
  }
  void begin(client, session, openState).then(() => ports.whenPainted(inside.begin))
  return {
    ...opened,
    inside: inside.loaded,
    stop: async () => {
      session.stop()
      for (const stop of stops) stop()
      await inside.stop()
    },
  }
}

interface Parts {
  readonly web: WebKeeper
  readonly openState: OpenStateKeeper
  readonly inside: InsideKeeper
}

function createSession(bridge: BridgeClient, clock: EntrancePorts['clock'], parts: Parts): SessionKeeper {
  const { web, openState, inside } = parts
  const refreshOpenState = async () => openState.store.getState().refresh()
  return new SessionKeeper({
    bridge,
    clock,
    idleLimitMs: () => (web.store.getState().page === null ? IDLE_LOCK_MS : IDLE_LOCK_ON_WEB_MS),
    prepare: async person => {
      // Known before the first screen is: nothing is shown open that is closed to this person.
      await Promise.all([inside.prepare(person), refreshOpenState()])
      void web.store.getState().refreshSites()
    },
    clear: () => {
      inside.clear()
      web.signedOut()
      openState.signedOut()
    },
    ended: refreshOpenState,
  })
}

async function begin(bridge: BridgeClient, session: SessionKeeper, openState: OpenStateKeeper): Promise<void> {
  await tryCall(bridge, 'session:end', { reason: 'signed-out' })
  await Promise.all([session.refreshTerminal(), session.refreshPeople(), openState.store.getState().refresh()])
}

function heard(event: PageEvent, session: SessionKeeper, { web, openState }: Pick<Parts, 'web' | 'openState'>): void {
  web.pageEvent(event)
  openState.pageEvent(event)
  // Nobody at the terminal did that.
  if (event.event === 'open-state' || event.event === 'service-shut') return
  if (event.event === 'session-ended') void session.end('ended-by-terminal')
  // The web view keeps its touches to itself: that a page loads is how this page learns that somebody is there.
  else session.store.getState().personActed()
}
