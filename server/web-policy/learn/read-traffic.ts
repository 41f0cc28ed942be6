import { z } from 'zod'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'

/** A request of a recorded visit, in the words of the policy. */
export type RecordedRequest = PolicyRequest

/** One line of a record. What else a log says of it (a reason, a time) is not looked at. */
const lineSchema = z.object({
  url: z.string(),
  method: z.string().optional(),
  type: z.string().optional(),
  initiator: z.string().optional(),
  contentType: z.string().optional(),
  body: z.string().optional(),
})

const headerSchema = z.object({ name: z.string(), value: z.string() })

/** The part of an HTTP archive (HAR 1.2, as browsers save it) that counts here; the rest is left alone. */
const archiveSchema = z.object({
  log: z.object({
    entries: z.array(
      z.object({
        _resourceType: z.string().optional(),
        request: z.object({
          method: z.string(),
          url: z.string(),
          headers: z.array(headerSchema).optional(),
          postData: z.object({ mimeType: z.string(), text: z.string().optional() }).optional(),
        }),
      }),
    ),
  }),
})
type ArchiveEntry = z.output<typeof archiveSchema>['log']['entries'][number]

/** What browsers call the types in an archive, and what `Sec-Fetch-Dest` calls them. */
const types: ReadonlyMap<string, string> = new Map([
  ['audio', 'media'],
  ['document', 'mainFrame'],
  ['embed', 'object'],
  ['empty', 'xhr'],
  ['eventsource', 'xhr'],
  ['fetch', 'xhr'],
  ['font', 'font'],
  ['frame', 'subFrame'],
  ['iframe', 'subFrame'],
  ['image', 'image'],
  ['media', 'media'],
  ['object', 'object'],
  ['ping', 'ping'],
  ['script', 'script'],
  ['style', 'stylesheet'],
  ['stylesheet', 'stylesheet'],
  ['track', 'media'],
  ['video', 'media'],
  ['websocket', 'webSocket'],
  ['worker', 'script'],
  ['xhr', 'xhr'],
])

/**
 * Reads a recorded visit: an HTTP archive, or JSON lines with at least `url` each. Answers `undefined` where it is neither.
 */
export function readTraffic(text: string): readonly RecordedRequest[] | undefined {
  const whole = archiveSchema.safeParse(parseJson(text))
  if (whole.success) return whole.data.log.entries.map(readEntry)
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const read = lines.map(line => lineSchema.safeParse(parseJson(line)))
  const requests = read.flatMap(({ data }) => (data === undefined ? [] : [withoutUndefined(data)]))
  return requests.length === 0 || requests.length < lines.length ? undefined : requests
}

function withoutUndefined({ url, ...rest }: z.output<typeof lineSchema>): RecordedRequest {
  return { url, ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) }
}

function readEntry({ _resourceType, request }: ArchiveEntry): RecordedRequest {
  const { method, url, headers = [], postData } = request
  const headerOf = (wanted: string) => headers.find(({ name }) => name.toLowerCase() === wanted)?.value
  // The header tells a frame from the page, which archives call alike.
  const type = types.get(headerOf('sec-fetch-dest') ?? '') ?? types.get(_resourceType ?? 'document') ?? 'other'
  return withoutUndefined({ url, method, type, contentType: postData?.mimeType, body: postData?.text })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
