import type { PrisonId, TerminalId } from '#shared/contracts/ids.ts'
import { LEASE_TYPE, type LeaseGrant, leaseGrantSchema } from '#shared/directive/state-document.ts'
import type { OpenSigned, SignatureFault } from '../line/open-signed.ts'
import type { HeldState } from './state-store.ts'

/** A lease that was asked for: with what nonce, and when on the machine's clock. */
export interface LeaseAsked {
  readonly nonce: string
  readonly atMs: number
}

/** A code for the server. */
export type GrantRefusal =
  SignatureFault | 'malformed' | 'other-prison' | 'other-terminal' | 'other-nonce' | 'other-version'

export type GrantReading =
  { readonly ok: true; readonly grant: LeaseGrant } | { readonly ok: false; readonly reason: GrantRefusal }

export type ReadGrant = (
  signed: string,
  asked: LeaseAsked,
  held: Pick<HeldState, 'version' | 'signers'>,
) => Promise<GrantReading>

/**
 * Reads grants of leases: signature first, then to whom, for what question, and for which document. One that answers another
 * question than the last is worth nothing, so that none can be kept for later.
 */
export function createReadGrant(own: {
  readonly prisonId: PrisonId
  readonly terminalId: TerminalId
  readonly openSigned: OpenSigned
}): ReadGrant {
  return async (signed, asked, held) => {
    const opened = await own.openSigned(signed, held.signers, LEASE_TYPE)
    if (!opened.ok) return refuse(opened.why)
    const { data: grant } = leaseGrantSchema.safeParse(opened.content)
    if (grant === undefined) return refuse('malformed')
    if (grant.prisonId !== own.prisonId) return refuse('other-prison')
    if (grant.terminalId !== own.terminalId) return refuse('other-terminal')
    if (grant.nonce !== asked.nonce) return refuse('other-nonce')
    if (grant.version !== held.version) return refuse('other-version')
    return { ok: true, grant }
  }
}

const refuse = (reason: GrantRefusal): GrantReading => ({ ok: false, reason })
