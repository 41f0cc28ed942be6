import type { OpenState } from '#shared/contracts/closure.ts'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Place } from '#shared/directive/evaluate-closing.ts'
import type { LeaseState } from '#shared/directive/evaluate-lease.ts'
import type { StateDocument } from '#shared/directive/state-document.ts'
import type { Closings } from '#shared/policy/closings.ts'
import type { InTurn } from '../sequence/in-turn.ts'
import { keepLeases } from './keep-leases.ts'
import { createLeaseClock, type LeaseClock, type LeaseClockParts } from './lease-clock.ts'
import type { LeaseFile } from './lease-file.ts'
import type { Later } from './later.ts'
import { createObedience, type Obedience } from './obedience.ts'
import { createReadGrant } from './read-grant.ts'
import type { StateFile } from './state-file.ts'
import { openStateStore, type StateStore, type StateStoreParts } from './state-store.ts'
import { watchOpenState } from './watch-open-state.ts'

/** What a warden ordered, as it holds on this terminal. */
export interface Control {
  /** As it is this moment. */
  readonly openState: () => OpenState
  /** As it was when it last changed: cheap enough to be asked at every request. */
  readonly webClosings: () => Closings
  /** What is left of the leases. */
  readonly lease: () => LeaseState
  /** Somebody signed in or out. */
  readonly personChanged: () => void
  /** What the channel to the prison needs. */
  readonly obedience: Obedience
  /** Resolves when what is left of the leases is on the disk. */
  readonly close: () => Promise<void>
}

/** What is left of a file. `wasBroken`: it was there and could not be read. */
export interface Left<Value> {
  readonly value: Value | undefined
  readonly wasBroken: boolean
}

export interface ControlParts
  extends
    Pick<StateStoreParts, 'prisonId' | 'pinned' | 'openSigned' | 'onNotStored'>,
    Pick<LeaseClockParts, 'uptimeMs' | 'wallMs'> {
  readonly terminalId: TerminalId
  /** Where, and for whom, the question what is open is asked. */
  readonly place: () => Place
  /** What an earlier run left. */
  readonly kept: { readonly state: Left<StateFile>; readonly lease: Left<LeaseFile> }
  readonly writeState: StateStoreParts['write']
  readonly writeLease: (file: LeaseFile) => Promise<void>
  readonly inTurn: InTurn
  readonly later: Later
  /** Told after every change of what is open, before anything is acknowledged. */
  readonly onChange: (state: OpenState) => void
}

/** Puts the parts together over what an earlier run left, and goes by it at once. */
export async function openControl(parts: ControlParts): Promise<Control> {
  const { kept, place, later, onChange } = parts
  const isFirstStart = isMissing(kept.lease) && isMissing(kept.state)
  const clock = createLeaseClock({ ...parts, kept: kept.lease.value, isFirstStart })
  const live: { look?: () => void } = {}
  const store = await openStore(parts, clock, () => live.look?.())
  const leases = keepLeases(parts, clock, store)
  const standing = () => {
    const { document, isLost } = store.held()
    return { document, isLost, lease: clock.lease(), place: place(), now: clock.now() }
  }
  const watch = watchOpenState({ standing, later, onLook: leases.saveIfDue, onChange })
  live.look = watch.look
  watch.look()
  // At once, so that a terminal which is switched off again and again does not start anew each time.
  void leases.save()
  const obedience = createObedience({
    ...parts,
    store,
    clock,
    readGrant: createReadGrant(parts),
    onObeyed: () => void leases.save(),
    onGranted: watch.look,
  })
  const close = (): Promise<void> => {
    watch.stop()
    return leases.save()
  }
  const { openState, webClosings, look: personChanged } = watch
  return { openState, webClosings, lease: clock.lease, personChanged, obedience, close }
}

async function openStore(parts: ControlParts, clock: LeaseClock, onObeyed: () => void): Promise<StateStore> {
  const { state, lease } = parts.kept
  const obey = ({ leases }: Pick<StateDocument, 'leases'>): void => {
    clock.ordered(leases)
    onObeyed()
  }
  const store = await openStateStore({
    ...parts,
    kept: state.value,
    isDamaged: state.wasBroken,
    highestVersion: lease.value?.highestVersion ?? 0,
    write: parts.writeState,
    provenNowMs: clock.provenNowMs,
    onObeyed: obey,
  })
  const { document } = store.held()
  if (document !== undefined) clock.ordered(document.leases)
  return store
}

function isMissing({ value, wasBroken }: Left<unknown>): boolean {
  return value === undefined && !wasBroken
}
