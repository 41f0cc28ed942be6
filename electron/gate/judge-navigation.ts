import type { Denial } from '#shared/policy/evaluate-request.ts'
import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import type { Visit } from './visit.ts'

/** Frames that hold no document of their own, and ask nobody for one. They inherit what holds around them. */
const emptyFrames: ReadonlySet<string> = new Set(['about:blank', 'about:srcdoc'])

/** What a write is refused for when everything but its body is granted. */
const onlyBodyMissing: ReadonlySet<DenyReason> = new Set<DenyReason>(['body-unseen', 'content-type-not-listed'])

/**
 * Says why a document may not be shown, or `undefined` where it may be tried. The page that is there then stays.
 *
 * The events this answers tell no method, so an address that could be written to passes: the request itself is judged
 * with its body when it begins.
 */
export function navigationRefusal(
  visit: Pick<Visit, 'site' | 'decide'>,
  url: string,
  isMainFrame: boolean,
): Denial | undefined {
  if (!isMainFrame && emptyFrames.has(url)) return undefined
  // What a frame is caused by is told with its request, and judged there.
  const document = isMainFrame ? { url, type: 'mainFrame', initiator: visit.site.start } : { url, type: 'subFrame' }
  const reading = visit.decide(document)
  if (reading.effect === 'allow') return undefined
  const writing = visit.decide({ ...document, method: 'POST' })
  return writing.effect === 'deny' && onlyBodyMissing.has(writing.reason) ? undefined : reading
}
