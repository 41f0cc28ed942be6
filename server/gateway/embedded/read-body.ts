import type { IncomingMessage } from 'node:http'
import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import { MAX_BODY_BYTES } from '#shared/policy/request-body.ts'
import { isWriteMethod } from '#shared/policy/request-methods.ts'
import type { ExchangeFacts } from './exchange-facts.ts'

/** A body, as it is judged and as it goes out: the same bytes. */
export interface SeenBody {
  readonly text: string
  readonly bytes: Buffer
}

export type BodyReading =
  | { readonly ok: true; readonly body: SeenBody | undefined }
  | { readonly ok: false; readonly reason: DenyReason; readonly status: 400 | 403 | 417 }

const refused = (reason: DenyReason, status: 400 | 403 = 403): BodyReading => ({ ok: false, reason, status })

/**
 * Reads the body of a write whole, because it is judged before any of it goes out.
 *
 *  - A body without a length told beforehand is refused, however it is parted: nobody knows where it would end.
 *  - So is one that is compressed, is not UTF-8, is longer than any grant, or stands in a request for reading.
 *  - Rejects when the terminal leaves in the middle.
 */
export async function readBody(request: IncomingMessage, facts: ExchangeFacts): Promise<BodyReading> {
  const refusal = announcedBodyRefusal(facts)
  if (refusal !== undefined) return refused(refusal, refusal === 'body-unseen' ? 400 : 403)
  if (!isWriteMethod(facts.method)) return { ok: true, body: undefined }
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  try {
    return { ok: true, body: { bytes, text: utf8.decode(bytes) } }
  } catch {
    return refused('body-unreadable')
  }
}

/** Says why a body may not even be read, by what the headers announce of it; `undefined` where it may. */
export function announcedBodyRefusal({
  contentLength = 0,
  hasTransferEncoding,
  headers,
  method,
}: ExchangeFacts): DenyReason | undefined {
  if (hasTransferEncoding) return 'body-unseen'
  if (!isWriteMethod(method)) return contentLength > 0 ? 'body-not-granted' : undefined
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return 'body-unreadable'
  return contentLength > MAX_BODY_BYTES ? 'body-too-large' : undefined
}

/** A byte order mark stays where it is, so that text and bytes remain the same length. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
