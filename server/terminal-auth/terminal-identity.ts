import type { KeyObject } from 'node:crypto'
import type { PrisonId, TerminalId } from '#shared/contracts/ids.ts'

/** Who is on the line: an enrolled terminal that proved its key. */
export interface TerminalIdentity {
  readonly id: TerminalId
  readonly prisonId: PrisonId
}

/** A terminal that may prove itself, with the key it has to do it with. */
export interface EnrolledTerminal extends TerminalIdentity {
  readonly publicKey: KeyObject
}

export type FindTerminal = (id: TerminalId) => Promise<EnrolledTerminal | undefined>
