import { everythingOpen, type OpenState } from '#shared/contracts/closure.ts'
import type { InmateId } from '#shared/contracts/ids.ts'
import { openControl, type Control, type ControlParts, type Left } from '../control/control.ts'
import type { LeaseFile } from '../control/lease-file.ts'
import type { StateFile } from '../control/state-file.ts'
import { createOpenSigned } from '../line/open-signed.ts'
import { createInTurn } from '../sequence/in-turn.ts'
import { prisonId, terminalId } from './sample-operations.ts'
import { createStateSigner, type StateSigner } from './sign-state.ts'
import { createSimulatedTime, type SimulatedTime } from './simulated-time.ts'

/** A terminal's disk: what is on it survives the power, and what is under way does not. */
export interface ControlDisk {
  state: StateFile | undefined
  lease: LeaseFile | undefined
  /** Nothing can be written. */
  isFull: boolean
  /** Which of the files are there and cannot be read. */
  broken: ReadonlySet<'state' | 'lease'>
}

export interface ControlBench {
  readonly signer: StateSigner
  readonly time: SimulatedTime
  readonly disk: ControlDisk
  /** What happened, in order. */
  readonly steps: string[]
  /** What the page was told last. */
  readonly told: () => OpenState
  readonly seat: { inmateId: InmateId | undefined }
  readonly start: (changes?: Partial<ControlParts>) => Promise<Control>
  /** Asks for a lease and gives it, as the server does. Answers why it was not taken. */
  readonly lease: (control: Control, changes?: Parameters<StateSigner['grant']>[1]) => Promise<string | undefined>
}

/** As a file is read: what is broken has no value. */
function left<Value>(value: Value | undefined, wasBroken: boolean): Left<Value> {
  return { value: wasBroken ? undefined : value, wasBroken }
}

/** One terminal of one prison, on a disk and a clock that do as they are told. */
export function createControlBench(): ControlBench {
  const signer = createStateSigner()
  const time = createSimulatedTime()
  const disk: ControlDisk = { state: undefined, lease: undefined, isFull: false, broken: new Set() }
  const steps: string[] = []
  const seat: ControlBench['seat'] = { inmateId: undefined }
  let told = everythingOpen
  let nonces = 0
  const store = (name: string, keep: () => void) => async () => {
    if (disk.isFull) throw new Error('the disk is full')
    steps.push(`stored ${name}`)
    keep()
  }
  return {
    signer,
    time,
    disk,
    steps,
    told: () => told,
    seat,
    start: changes =>
      openControl({
        prisonId,
        terminalId,
        pinned: [signer.signer],
        openSigned: createOpenSigned(),
        inTurn: createInTurn(),
        ...time,
        kept: {
          state: left(disk.state, disk.broken.has('state')),
          lease: left(disk.lease, disk.broken.has('lease')),
        },
        place: () => ({ terminalId, wingId: 'A', inmateId: seat.inmateId }),
        writeState: file => store('state', () => (disk.state = file))(),
        writeLease: file => store('lease', () => (disk.lease = file))(),
        onChange: state => {
          steps.push('obeyed')
          told = state
        },
        onNotStored: () => steps.push('not stored'),
        ...changes,
      }),
    lease: (control, changes) => {
      nonces += 1
      const nonce = String(nonces).padStart(22, '0')
      const at = new Date(time.wallMs()).toISOString()
      const grant = signer.grant(nonce, { version: control.obedience.version(), at, ...changes })
      return control.obedience.grant(grant, { nonce, atMs: time.uptimeMs() })
    },
  }
}
