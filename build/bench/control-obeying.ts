import { performance } from 'node:perf_hooks'
import type { PrisonId, TerminalId } from '#shared/contracts/ids.ts'
import type { Signer } from '#shared/directive/state-document.ts'
import { openControl } from '#electron/control/control.ts'
import type { StateFile } from '#electron/control/state-file.ts'
import { createOpenSigned } from '#electron/line/open-signed.ts'
import { createInTurn } from '#electron/sequence/in-turn.ts'

export interface ObeyingTerminal {
  readonly prisonId: PrisonId
  readonly terminalId: TerminalId
  readonly pinned: readonly Signer[]
  readonly writeState: (file: StateFile) => Promise<void>
}

/** A terminal's own obedience, started for the first time, without a line: what a document does once it has arrived. */
export function openObeying({ prisonId, terminalId, pinned, writeState }: ObeyingTerminal) {
  const nothing = { value: undefined, wasBroken: false }
  return openControl({
    prisonId,
    terminalId,
    pinned,
    place: () => ({ terminalId, wingId: 'A', inmateId: undefined }),
    kept: { state: nothing, lease: nothing },
    writeState,
    writeLease: () => Promise.resolve(),
    openSigned: createOpenSigned(),
    inTurn: createInTurn(),
    uptimeMs: () => performance.now(),
    wallMs: Date.now,
    later: () => () => undefined,
    onChange: () => undefined,
    onNotStored: () => undefined,
  })
}
