import { randomBytes } from 'node:crypto'
import type { Agent } from 'node:https'
import { uptime } from 'node:os'
import type { PrisonId } from '#shared/contracts/ids.ts'
import type { OpenState } from '#shared/contracts/closure.ts'
import type { Signer } from '#shared/directive/state-document.ts'
import { type ControlLine, createControlLine } from '#electron/control/control-line.ts'
import { type Control, openControl } from '#electron/control/control.ts'
import type { LineEvent } from '#electron/control/line-ports.ts'
import type { Obedience } from '#electron/control/obedience.ts'
import type { AsTerminal } from '#electron/line/as-terminal.ts'
import { createDialControl } from '#electron/line/dial-control.ts'
import { createOpenSigned } from '#electron/line/open-signed.ts'
import { createInTurn } from '#electron/sequence/in-turn.ts'
import type { FleetTerminal } from './fleet.ts'
import { later } from './later.ts'

export interface SimulatedControlParts {
  readonly terminal: FleetTerminal
  readonly prisonId: PrisonId
  readonly signers: readonly Signer[]
  readonly url: string
  readonly authorityPem: string
  readonly agent: Agent
  readonly asTerminal: AsTerminal
  readonly nowMs: () => number
  readonly onEvent: (event: LineEvent) => void
  /** In force, and about to be acknowledged. */
  readonly onObeyed: (version: number) => void
  readonly onChange: (state: OpenState) => void
  readonly onFault: (error: unknown) => void
}

/** The terminal's own obedience and channel. Only its disk is none: what it stores is gone with this process. */
export async function openSimulatedControl(parts: SimulatedControlParts): Promise<ControlLine> {
  const control = await openInMemory(parts)
  const line = createControlLine({
    dial: createDialControl(parts),
    obedience: { ...control.obedience, receive: receiveWith(control.obedience, parts.onObeyed) },
    later,
    uptimeMs,
    random: Math.random,
    newNonce: () => randomBytes(16).toString('base64url'),
    onEvent: parts.onEvent,
    onFault: parts.onFault,
  })
  return {
    start: line.start,
    hurry: line.hurry,
    stop: () => {
      line.stop()
      control.close().catch(parts.onFault)
    },
  }
}

function openInMemory(parts: SimulatedControlParts): Promise<Control> {
  const { terminal, onFault } = parts
  const place = { terminalId: terminal.id, wingId: terminal.wingId, inmateId: undefined }
  const nothing = { value: undefined, wasBroken: false }
  return openControl({
    prisonId: parts.prisonId,
    terminalId: terminal.id,
    pinned: parts.signers,
    place: () => place,
    kept: { state: nothing, lease: nothing },
    writeState: () => Promise.resolve(),
    writeLease: () => Promise.resolve(),
    openSigned: createOpenSigned(),
    inTurn: createInTurn(),
    uptimeMs,
    wallMs: Date.now,
    later,
    onChange: parts.onChange,
    onNotStored: onFault,
  })
}

function receiveWith(obedience: Obedience, onObeyed: (version: number) => void): Obedience['receive'] {
  return async signed => {
    const received = await obedience.receive(signed)
    if (received.status === 'obeyed') onObeyed(received.version)
    return received
  }
}

const uptimeMs = (): number => uptime() * 1000
