import type { PrisonId } from '../contracts/ids.ts'
import { type StateDocument, stateDocumentSchema } from './state-document.ts'

/** Why a terminal does not obey a document whose signature is true. */
export type DocumentRefusal = 'malformed' | 'other-prison' | 'future-dated' | 'stale' | 'same'

export type DocumentDecision =
  | { readonly effect: 'obey'; readonly document: StateDocument }
  | { readonly effect: 'refuse'; readonly reason: DocumentRefusal }

export interface Held {
  readonly prisonId: PrisonId
  /** 0: none yet. */
  readonly version: number
  /** The server's time where it is proven; left out, a date is not judged: a terminal with a wrong clock must obey too. */
  readonly provenNowMs?: number | undefined
}

/** How far ahead of the proven time a document may be dated. */
export const FUTURE_TOLERANCE_MS = 10 * 60 * 1000

/**
 * Decides whether a terminal obeys what was signed. Its signature has been verified: nothing of it was read before.
 *
 * The version only ever rises. `same`: it holds this one already, and says so again.
 */
export function evaluateDocument(held: Held, signed: unknown): DocumentDecision {
  const { data: document } = stateDocumentSchema.safeParse(signed)
  if (document === undefined) return refuse('malformed')
  if (document.prisonId !== held.prisonId) return refuse('other-prison')
  if (document.version === held.version) return refuse('same')
  if (document.version < held.version) return refuse('stale')
  const isOfTheFuture =
    held.provenNowMs !== undefined && Date.parse(document.issuedAt) > held.provenNowMs + FUTURE_TOLERANCE_MS
  return isOfTheFuture ? refuse('future-dated') : { effect: 'obey', document }
}

const refuse = (reason: DocumentRefusal): DocumentDecision => ({ effect: 'refuse', reason })
