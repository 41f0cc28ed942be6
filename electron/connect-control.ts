import type { OpenState } from '#shared/contracts/closure.ts'
import { randomBytes } from 'node:crypto'
import { uptime } from 'node:os'
import { createControlLine, type ControlLine } from './control/control-line.ts'
import { type Control, openControl } from './control/control.ts'
import type { Later } from './control/later.ts'
import type { Dial } from './control/line-ports.ts'
import { createControlLog } from './control/log-control.ts'
import type { Kiosk } from './create-kiosk.ts'
import { createOpenSigned } from './line/open-signed.ts'
import { createInTurn } from './sequence/in-turn.ts'

/** What a warden ordered, and the channel on which it comes. */
export type ConnectedControl = Omit<Control, 'obedience'>

/** The channel can wait until the first screen has been drawn: what an earlier run was told is in force already. */
const AFTER_START_MS = 500

/** Obeys what lies on the disk before this answers, and then what comes from the prison. */
export async function connectControl(kiosk: Kiosk, onChange: (state: OpenState) => void): Promise<ConnectedControl> {
  const { identity, storage, session, log } = kiosk
  const { prison, server, terminal } = identity.configuration
  const control = await openControl({
    prisonId: prison.id,
    terminalId: terminal.id,
    pinned: server.stateSigners,
    place: () => ({ terminalId: terminal.id, wingId: terminal.wingId, inmateId: session.person()?.inmateId }),
    kept: storage,
    writeState: storage.state.file.write,
    writeLease: storage.lease.file.write,
    openSigned: createOpenSigned(),
    inTurn: createInTurn(),
    uptimeMs,
    wallMs: Date.now,
    later,
    onChange,
    onNotStored: error => {
      log.error('control', error)
    },
  })
  const line = openLine(kiosk, control)
  const forget = later(line.start, AFTER_START_MS)
  kiosk.onLineBack(line.hurry)
  return {
    ...control,
    close: () => {
      forget()
      line.stop()
      return control.close()
    },
  }
}

function openLine(kiosk: Kiosk, { obedience }: Control): ControlLine {
  const { log } = kiosk
  return createControlLine({
    dial: loadDial(kiosk),
    obedience,
    later,
    uptimeMs,
    random: Math.random,
    newNonce: () => randomBytes(16).toString('base64url'),
    onEvent: createControlLog(log),
    onFault: error => {
      log.error('control', error)
    },
  })
}

/** What a connection needs is loaded with the first. */
function loadDial({ identity, asTerminal, serverNowMs }: Kiosk): Dial {
  const { url, authorityPem } = identity.configuration.server
  let loading: Promise<Dial> | undefined
  return async events => {
    loading ??= import('./line/dial-control.ts').then(({ createDialControl }) =>
      createDialControl({ url, authorityPem, asTerminal, nowMs: serverNowMs }),
    )
    return (await loading)(events)
  }
}

/** How long the machine has been on, sleep included (`CLOCK_BOOTTIME`): nobody can set it. */
const uptimeMs = (): number => uptime() * 1000

const later: Later = (run, delayMs) => {
  const timer = setTimeout(run, delayMs)
  return () => {
    clearTimeout(timer)
  }
}
