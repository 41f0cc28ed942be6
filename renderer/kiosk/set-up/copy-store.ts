import type { BridgeClient } from '#renderer/data/bridge-client.ts'
import type { LiveView } from '#renderer/data/live-view.ts'
import { tryCall } from '#renderer/data/try-call.ts'
import type { OpenState } from '#shared/contracts/closure.ts'
import { createStore, type StoreApi } from 'zustand'
import type { Entrance } from '../stores/entrance.ts'
import type { PublicViews } from '../stores/kiosk.ts'
import type { LineState } from '../stores/line-store.ts'

/** What of the prison lies on this terminal so far. `null`: none of it yet. */
export interface CopyState {
  readonly terminalName: string | null
  readonly people: number
  readonly products: number
  readonly notices: number
  readonly sites: number | null
  /** A full copy of what the prison published is on the disk, here and in the main process. */
  readonly hasCopy: boolean
  /** What is open is known, and for how long without another word. */
  readonly hasState: boolean
  readonly line: LineState['line']
}

export interface CopyWatch {
  readonly store: StoreApi<CopyState>
  /** What everybody may see can be read now. */
  readonly viewsOpened: (views: Pick<PublicViews, 'products' | 'notices'>) => void
  readonly stop: () => void
}

/** Whether this terminal could lose its line now and be used all the same. */
export function isReady({ hasCopy, hasState, sites, terminalName }: CopyState): boolean {
  return hasCopy && hasState && sites !== null && terminalName !== null
}

/** Watches what arrives on a terminal that has just been enrolled. */
export function watchCopy({ session, line, openState }: Entrance, bridge: BridgeClient): CopyWatch {
  const store = createStore<CopyState>(() => nothingYet)
  const stops: (() => void)[] = []
  const follow = <State>(from: StoreApi<State>, take: (state: State) => Partial<CopyState>) => {
    const update = () => store.setState(take(from.getState()))
    stops.push(from.subscribe(update))
    update()
  }
  const countSites = async () => {
    const answer = await tryCall(bridge, 'web:sites', {})
    if (answer !== null) store.setState({ sites: answer.sites.length })
  }
  follow(session, ({ terminal, people }) => ({
    terminalName: terminal?.terminalName ?? null,
    people: people?.length ?? 0,
  }))
  follow(openState, ({ known }) => ({ hasState: isInContact(known) }))
  follow(line, state => {
    if (state.hasCopy && store.getState().sites === null) void countSites()
    return { hasCopy: state.hasCopy, line: state.line }
  })
  return {
    store,
    viewsOpened: ({ products, notices }) => {
      const count = <Row>(view: LiveView<readonly Row[]>, take: (rows: number) => Partial<CopyState>) => {
        const update = () => store.setState(take(view.getSnapshot()?.length ?? 0))
        stops.push(view.subscribe(update))
        update()
      }
      count(products, rows => ({ products: rows }))
      count(notices, rows => ({ notices: rows }))
    },
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}

const nothingYet: CopyState = {
  terminalName: null,
  people: 0,
  products: 0,
  notices: 0,
  sites: null,
  hasCopy: false,
  hasState: false,
  line: 'starting',
}

/** A warden may have closed everything: that, too, is word from the prison. */
function isInContact(known: OpenState | undefined): boolean {
  return known !== undefined && known.web?.reason !== 'no-contact'
}
