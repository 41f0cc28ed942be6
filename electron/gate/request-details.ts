import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'

/*
 * Threat: a request whose page, method or body the gate takes to be something else than it is. What Electron tells is
 * read here, and only here. Workers and pages that are gone have no frame; files, blobs and streams have no bytes: what
 * is not told is refused, never guessed.
 */

/** The part of a frame that counts. Its getters throw once the frame is gone. */
export interface FrameDetails {
  readonly frameTreeNodeId: number
  /** Of the document that is there. Empty, or `about:blank`, where none has come yet. */
  readonly url: string
  /** The text `null` for an opaque origin, and for a document whose answer has only just come. */
  readonly origin: string
  readonly parent: FrameDetails | null
}

/** The part of Electron's request details that counts, in both versions this runs on. */
export interface RequestDetails {
  readonly id: number
  readonly url: string
  readonly method: string
  readonly resourceType: string
  readonly webContentsId?: number
  readonly frame?: FrameDetails | null
  /** Told by the newer of the two only, and exact where it is. */
  readonly initiatorOrigin?: string
  readonly uploadData?: readonly UploadPart[]
}

/** A part of a body; anything but plain bytes cannot be seen. */
export interface UploadPart {
  readonly bytes?: Uint8Array
  readonly file?: string
  readonly blobUUID?: string
}

/** What a request is seen against. */
export interface Source {
  /** The view that requests have to come from. */
  readonly contentsId: () => number | undefined
  /** The address the view was opened for. */
  readonly start: () => string
  /** The address of the document that last came for a frame, by the frame's place in the page. */
  readonly documentIn: (frameTreeNodeId: number) => string | undefined
}

export type DetailsReading =
  { readonly ok: true; readonly request: PolicyRequest } | { readonly ok: false; readonly reason: DenyReason }

/**
 * Puts a request in the policy's words. Its content type is not known yet: headers come later.
 *
 *  - Refuses a request of another view or of none, and a part of a page whose page is not told.
 *  - A document in the view itself counts as caused by the site the view was opened for, whoever led there: so a visit
 *    reaches another site only where that site's rules list this one.
 */
export function readDetails(details: RequestDetails, source: Source): DetailsReading {
  const { webContentsId, url, method, resourceType: type, uploadData = [] } = details
  const isOwn = webContentsId !== undefined && webContentsId === source.contentsId()
  const initiator = type === 'mainFrame' ? source.start() : initiatorOf(details, source)
  if (!isOwn || initiator === undefined || initiator === '') return { ok: false, reason: 'source-unknown' }
  if (uploadData.length === 0) return { ok: true, request: { url, method, type, initiator } }
  const body = readBytes(uploadData)
  if (body === undefined) return { ok: false, reason: 'body-unseen' }
  return { ok: true, request: { url, method, type, initiator, body } }
}

/** The addresses of a frame whose document Electron has not noticed. */
const unnoticed: ReadonlySet<string> = new Set(['', 'about:blank'])

function initiatorOf({ initiatorOrigin, frame, resourceType }: RequestDetails, source: Source): string | undefined {
  if (initiatorOrigin !== undefined) return initiatorOrigin
  try {
    // The frame of a sub-frame's document is the one it will be in: the page around it is what put it there.
    const page = resourceType === 'subFrame' ? frame?.parent : frame
    if (page === undefined || page === null) return undefined
    if (page.origin !== 'null') return page.origin
    // A document's first requests come before Electron has noticed that it is there. One that is there and has no origin
    // belongs to nobody, whatever came for its place before.
    return unnoticed.has(page.url) ? (source.documentIn(page.frameTreeNodeId) ?? 'null') : 'null'
  } catch {
    return undefined
  }
}

function readBytes(parts: readonly UploadPart[]): string | undefined {
  const seen = parts.flatMap(({ bytes, file, blobUUID }) =>
    bytes instanceof Uint8Array && file === undefined && blobUUID === undefined ? [bytes] : [],
  )
  if (seen.length !== parts.length) return undefined
  try {
    // A byte order mark stays: it is part of what would be sent.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(seen))
  } catch {
    return undefined
  }
}
