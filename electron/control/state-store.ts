import type { PrisonId } from '#shared/contracts/ids.ts'
import { type DocumentRefusal, evaluateDocument } from '#shared/directive/evaluate-document.ts'
import { MAX_SIGNED_LENGTH, type Signer, STATE_TYPE, type StateDocument } from '#shared/directive/state-document.ts'
import type { Opened, OpenSigned, SignatureFault } from '../line/open-signed.ts'
import { afterLink, documentsOf, readLinks, type ReadState } from './signer-links.ts'
import type { StateFile } from './state-file.ts'

/** What a terminal goes by. */
export interface HeldState {
  /** Of the document that is on the disk; 0: none. */
  readonly version: number
  /** As it was signed. */
  readonly signed: string | undefined
  /** What is in force. `undefined`: nothing was ever ordered here, or what was is lost. */
  readonly document: StateDocument | undefined
  /** Whom this terminal believes. */
  readonly signers: readonly Signer[]
  /** It obeyed a higher version once and no longer has it. Nobody here knows what is closed, so everything is. */
  readonly isLost: boolean
}

/** A code for the server. `not-stored`: it is genuine and new, and could not be written. */
export type StateRefusal = SignatureFault | DocumentRefusal | 'not-stored'

export type Received =
  | { readonly status: 'obeyed'; readonly version: number }
  | { readonly status: 'refused'; readonly reason: StateRefusal }

export interface StateStore {
  readonly held: () => HeldState
  /** The highest version this terminal ever obeyed. */
  readonly highestVersion: () => number
  /** One call at a time. */
  readonly receive: (signed: string) => Promise<Received>
}

export interface StateStoreParts {
  readonly prisonId: PrisonId
  /** Whom enrolment told this terminal to believe. */
  readonly pinned: readonly Signer[]
  /** What an earlier run left. */
  readonly kept: StateFile | undefined
  /** There was something, and it could not be read. */
  readonly isDamaged: boolean
  /** The highest version an earlier run obeyed, by what was written down elsewhere than in `kept`. */
  readonly highestVersion: number
  /** Resolves when it is on the disk. */
  readonly write: (file: StateFile) => Promise<void>
  readonly openSigned: OpenSigned
  /** The server's time, where it is proven. */
  readonly provenNowMs: () => number | undefined
  /** What is in force has changed. Called before it is acknowledged. */
  readonly onObeyed: (document: StateDocument) => void
  readonly onNotStored: (error: unknown) => void
}

/**
 * Keeps the state document and obeys the next: verify, parse, compare, store, obey, acknowledge, in that order, in `receive`.
 *
 *  - The version only rises, also over a restart. Where the highest one is lost, what comes below it is kept, since it may name
 *    whom to believe, and opens nothing: everything stays closed until the highest, or a higher one, is here.
 *  - What cannot be stored is not acknowledged, and obeyed only in so far as it closes: what the document on the disk closes
 *    stays closed beside it. It is stored when it comes again.
 *  - A document that names other signers is believed on the word of the old ones. From then on only the new ones are.
 *
 * Held by `state-store.test.ts` and `forgeries.test.ts`.
 */
export async function openStateStore(parts: StateStoreParts): Promise<StateStore> {
  const { prisonId, openSigned, write, provenNowMs, onObeyed, onNotStored } = parts
  const kept = await readLinks(parts)
  let { links } = kept
  let held = heldAtStart(kept, parts)
  let onDisk = held.document
  // Of a document that is in force and not on the disk: no older one comes after it.
  let unstoredVersion = 0
  const obey = (next: HeldState & { readonly document: StateDocument }): void => {
    held = next
    onObeyed(next.document)
  }

  const receive: StateStore['receive'] = async signed => {
    const opened = await openWithin(MAX_SIGNED_LENGTH, signed, held.signers, openSigned)
    if (!opened.ok) return refuse(opened.why)
    const now = { prisonId, version: held.version, provenNowMs: provenNowMs() }
    const decision = evaluateDocument(now, opened.content)
    if (decision.effect === 'refuse') {
      if (signed === held.signed) return { status: 'obeyed', version: held.version }
      return refuse(decision.reason)
    }
    const { document } = decision
    if (document.version < unstoredVersion) return refuse('stale')
    const nextLinks = afterLink({ links, signers: held.signers }, signed, document.signers)
    try {
      await write({ version: 1, documents: documentsOf(nextLinks, signed) })
    } catch (error) {
      unstoredVersion = document.version
      obey({ ...held, document: closedByEither(onDisk, document) })
      onNotStored(error)
      return refuse('not-stored')
    }
    links = nextLinks
    onDisk = document
    const { version, signers } = document
    obey({ version, signed, document, signers, isLost: version < parts.highestVersion })
    return { status: 'obeyed', version }
  }
  return { held: () => held, highestVersion: () => Math.max(parts.highestVersion, held.version), receive }
}

function heldAtStart(
  { last, signers, isBroken }: ReadState,
  { isDamaged, highestVersion }: Pick<StateStoreParts, 'isDamaged' | 'highestVersion'>,
): HeldState {
  const version = last?.document.version ?? 0
  const isLost = isDamaged || isBroken || version < highestVersion
  return { version, signed: last?.signed, document: last?.document, signers, isLost }
}

/** What either document closes is closed; everything else is as the newer one says. */
function closedByEither(older: StateDocument | undefined, newer: StateDocument): StateDocument {
  const already = older?.closings ?? []
  const added = newer.closings.filter(({ id }) => already.every(closing => closing.id !== id))
  return { ...newer, closings: [...already, ...added] }
}

/** Length first: a signature over something endless is not even looked at. */
async function openWithin(
  limit: number,
  signed: string,
  signers: readonly Signer[],
  openSigned: OpenSigned,
): Promise<Opened> {
  return signed.length > limit ? { ok: false, why: 'no-jws' } : openSigned(signed, signers, STATE_TYPE)
}

const refuse = (reason: StateRefusal): Received => ({ status: 'refused', reason })
