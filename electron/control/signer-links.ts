import type { PrisonId } from '#shared/contracts/ids.ts'
import { evaluateDocument } from '#shared/directive/evaluate-document.ts'
import { type Signer, STATE_TYPE, type StateDocument } from '#shared/directive/state-document.ts'
import type { OpenSigned } from '../line/open-signed.ts'
import type { StateFile } from './state-file.ts'

/** How the signers that are believed now follow from the pinned ones. */
export interface SignerLinks {
  /** Documents that named other signers than the one before, in order. */
  readonly links: readonly string[]
  readonly signers: readonly Signer[]
}

export interface ReadState extends SignerLinks {
  readonly last: { readonly signed: string; readonly document: StateDocument } | undefined
  /** Something in the file is not what this terminal wrote. What came before it counts. */
  readonly isBroken: boolean
}

/** The links once `signed`, which names `signers`, is in force. */
export function afterLink(before: SignerLinks, signed: string, signers: readonly Signer[]): readonly string[] {
  const isSame =
    signers.length === before.signers.length &&
    signers.every(({ keyId, publicKey }) =>
      before.signers.some(known => known.keyId === keyId && known.publicKey === publicKey),
    )
  return isSame ? before.links : [...before.links, signed]
}

/** What goes to the disk: the links, and the document in force unless it is the last of them. */
export function documentsOf(links: readonly string[], inForce: string): string[] {
  return links.at(-1) === inForce ? [...links] : [...links, inForce]
}

/**
 * Proves what lies on the disk anew, from the pinned signers on: who can write the disk and nothing else can put back what was
 * signed earlier, and make nothing up.
 */
export async function readLinks(parts: {
  readonly prisonId: PrisonId
  readonly pinned: readonly Signer[]
  readonly kept: StateFile | undefined
  readonly openSigned: OpenSigned
}): Promise<ReadState> {
  const { prisonId, pinned, kept, openSigned } = parts
  let read: ReadState = { links: [], signers: pinned, last: undefined, isBroken: false }
  for (const signed of kept?.documents ?? []) {
    const opened = await openSigned(signed, read.signers, STATE_TYPE)
    const version = read.last?.document.version ?? 0
    const decision = opened.ok ? evaluateDocument({ prisonId, version }, opened.content) : undefined
    if (decision?.effect !== 'obey') return { ...read, isBroken: true }
    const { document } = decision
    const { signers } = document
    read = { links: afterLink(read, signed, signers), signers, last: { signed, document }, isBroken: false }
  }
  return read
}
