import type { Answer, EscapeCase } from '../cases/escape-case.ts'
import { caseOfHost, listedHosts } from '../namespace/addresses.ts'
import type { Arrivals } from '../sinks/arrivals.ts'
import type { SiteRequest, SiteResponse } from '../sinks/stream-sinks.ts'

const MOST_BODY_CHARACTERS = 2000
const AFTER_HINTS_MS = 300
const ATTACK_PATH = /^\/atk\/([a-z]+(?:-[a-z0-9]+)+)(?:\/([^?]*))?(?:\?.*)?$/
const BESIDE_PATH = /^\/atk\/beside\/([a-z0-9,-]+)$/

/** Headers in which words can travel. */
const carriers = ['cookie', 'x-note'] as const

/** Lets whatever asks go on, so that an attack of several steps makes all of them. */
const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
  'access-control-allow-private-network': 'true',
  'timing-allow-origin': '*',
}

/** A page with `body` in it, which asks for nothing by itself. */
export function htmlPage(body: string): string {
  return `<!doctype html><meta charset="utf-8"><title>page</title><link rel="icon" href="data:,">${body}`
}

/** Answers for every host of the web, and writes down what was asked. */
export function createWeb(cases: readonly EscapeCase[], arrivals: Arrivals) {
  const known = new Map(cases.map(one => [one.id.toLowerCase(), one]))
  return (scheme: 'http' | 'https', request: SiteRequest, response: SiteResponse): void => {
    const host = hostOf(request)
    const path = request.url ?? ''
    const record = (body: string): void => {
      const secure = scheme === 'https' ? '' : 'in clear '
      const carried = carriers.map(name => String(request.headers[name] ?? '')).join(' ')
      const detail = `${secure}${request.method ?? ''} ${path} ${body} ${carried}`.trim()
      arrivals.record({ sink: 'http', host, detail })
    }
    readBody(request, body => {
      record(body)
      const answer = listedHosts.has(host) ? answerListed(known, path, body) : answerOutside(known, host, request)
      send(response, answer)
    })
  }
}

function hostOf(request: SiteRequest): string {
  const authority = request.headers[':authority'] ?? request.headers.host ?? ''
  return String(authority).replace(/:\d+$/, '').toLowerCase()
}

function readBody(request: SiteRequest, done: (body: string) => void): void {
  let body = ''
  request.on('data', (data: Buffer) => {
    if (body.length < MOST_BODY_CHARACTERS) body += data.toString('latin1')
  })
  request.once('end', () => {
    done(body)
  })
  // What was begun and never ended has arrived all the same.
  request.once('error', () => {
    done(body)
  })
}

function answerListed(known: ReadonlyMap<string, EscapeCase>, path: string, body: string): Answer {
  const searched = path === '/search' ? known.get(/^q=([a-z0-9-]+)/.exec(body)?.[1] ?? '')?.search : undefined
  if (searched !== undefined) return searched
  const beside = BESIDE_PATH.exec(path)?.[1]
  if (beside !== undefined) return { body: htmlPage(framesOf(beside.split(','))) }
  const [, id = '', rest] = ATTACK_PATH.exec(path) ?? []
  const one = known.get(id)
  if (one === undefined) return { body: htmlPage('<p>An approved page</p>') }
  if (rest === undefined) return asAnswer(one.page ?? '')
  return one.parts?.[rest] ?? { body: htmlPage('<p>A further page</p>') }
}

function framesOf(ids: readonly string[]): string {
  return ids.map(id => `<iframe src="/atk/${id}" width="300" height="150"></iframe>`).join('')
}

function asAnswer(page: string | Answer): Answer {
  return typeof page === 'string' ? { body: htmlPage(page) } : page
}

/** Something of the kind that was asked for, so that it is taken in. */
function answerOutside(known: ReadonlyMap<string, EscapeCase>, host: string, request: SiteRequest): Answer {
  const own = known.get(caseOfHost(host) ?? '')?.outside
  if (own !== undefined) return { ...own, headers: { ...openToAll, ...own.headers } }
  const wanted = request.headers['sec-fetch-dest'] ?? 'empty'
  const [type, body] = bodies[wanted] ?? ['text/plain', 'outside']
  return { headers: { ...openToAll, 'content-type': type }, body }
}

const script = ['text/javascript', ';'] as const
const page = ['text/html', '<p>Outside</p>'] as const
const bodies: Readonly<Record<string, readonly [type: string, body: string]>> = {
  document: page,
  iframe: page,
  object: page,
  embed: page,
  script,
  worker: script,
  sharedworker: script,
  serviceworker: script,
  style: ['text/css', ''],
  image: ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
}

function send(response: SiteResponse, answer: Answer): void {
  if (answer.earlyHints === undefined) {
    sendAnswer(response, answer)
    return
  }
  response.writeEarlyHints({ link: answer.earlyHints })
  // A site that takes a while is what hints are for: what they ask for begins meanwhile.
  setTimeout(() => {
    sendAnswer(response, answer)
  }, AFTER_HINTS_MS)
}

function sendAnswer(response: SiteResponse, { status = 200, headers = {}, body = '' }: Answer): void {
  const plain = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  response.statusCode = status
  for (const [name, value] of Object.entries({ ...plain, ...headers })) {
    response.setHeader(name, typeof value === 'string' ? value : [...value])
  }
  response.end(body)
}
