import { compilePolicy } from '#shared/policy/compile-policy.ts'
import { evaluateRequest } from '#shared/policy/evaluate-request.ts'
import { hardRefusal } from '#shared/policy/hard-refusal.ts'
import { pathGlobProblem } from '#shared/policy/path-glob.ts'
import { fieldNameSchema } from '#shared/policy/query-form.ts'
import { readRequest, type ReadRequest } from '#shared/policy/read-request.ts'
import { isWriteMethod, readingMethods } from '#shared/policy/request-methods.ts'
import type { Rule } from '#shared/policy/rule-schema.ts'
import type { Site, WebPolicy } from '#shared/policy/web-policy.ts'
import { reasonWords } from '../reason-words.ts'
import { providerOf, registeredName } from '../shared-hosts.ts'
import { proposeReading } from './propose-reading.ts'
import { proposeWrites } from './propose-writes.ts'
import type { RecordedRequest } from './read-traffic.ts'

/** A proposal to review. Nothing in it is approved, and no write is part of its policy. */
export interface Proposal {
  /** Reads again what was read in the visit, and little more. `undefined` where nothing was left to propose. */
  readonly policy: WebPolicy | undefined
  /** What would have been written, as rules of their own: each is a decision of its own. */
  readonly writes: readonly Rule[]
  /** What no rule can or should grant, by reason, and how often it was asked for. */
  readonly leftOut: readonly { readonly what: string; readonly why: string; readonly count: number }[]
  /** What a reviewer should look at first. */
  readonly notes: readonly string[]
}

export interface LearnOptions {
  readonly siteId?: string | undefined
  /** What is granted already, and so not proposed. */
  readonly known?: WebPolicy | undefined
  readonly today?: string | undefined
}

/** Turns a recorded visit into the narrowest rules that would let it be read again. */
export function learnRules(recorded: readonly RecordedRequest[], options: LearnOptions = {}): Proposal {
  const leftOut = new Map<string, { what: string; why: string; count: number }>()
  const leave = (url: string, why: string): void => {
    const what = nameOf(url)
    const entry = leftOut.get(`${what} ${why}`) ?? { what, why, count: 0 }
    leftOut.set(`${what} ${why}`, { ...entry, count: entry.count + 1 })
  }
  const known = options.known === undefined ? undefined : compilePolicy(options.known)
  const requests = recorded.flatMap(request => {
    const isKnown = known !== undefined && evaluateRequest(known, request, { today: options.today }).effect === 'allow'
    if (isKnown) return []
    const read = readRequest(request)
    const why = typeof read === 'string' ? reasonWords[read].means : obstacle(read)
    if (why === undefined && typeof read !== 'string') return [read]
    leave(request.url, why ?? '')
    return []
  })
  const siteId = options.siteId ?? siteIdFor(requests)
  const reading = proposeReading(siteId, requests.filter(isReading))
  const writes = proposeWrites(
    siteId,
    requests.filter(({ method }) => isWriteMethod(method)),
  )
  for (const { url, why } of [...reading.odd, ...writes.odd]) leave(url, why)
  return {
    policy: policyOf(siteId, requests, reading.rules),
    writes: writes.rules,
    leftOut: [...leftOut.values()],
    notes: [...notesOn(reading.rules, requests), ...writes.rules.map(noteOnWrite)],
  }
}

function isReading({ method }: ReadRequest): boolean {
  return readingMethods.some(one => one === method)
}

/** Why no rule should be proposed for a request that can be read, or `undefined`. */
function obstacle(read: ReadRequest): string | undefined {
  const hard = hardRefusal(read)
  if (hard !== undefined) return reasonWords[hard].means
  if (!isReading(read) && !isWriteMethod(read.method))
    return `The method ${read.method} neither reads nor writes a page.`
  const path = `/${read.address.path.join('/')}`
  if (path.includes('*') || pathGlobProblem(path) !== undefined) return 'Its path cannot be written as a pattern.'
  const names = read.query.map(({ name }) => name)
  const odd = names.find((name, at) => !fieldNameSchema.safeParse(name).success || names.indexOf(name) !== at)
  return odd === undefined ? undefined : `The parameter ${odd} occurs twice, or has a name that no rule can list.`
}

/** Host and path: a query holds what a person typed. */
function nameOf(url: string): string {
  return url.replace(/[?#].*$/s, '').slice(0, 200)
}

function siteIdFor(requests: readonly ReadRequest[]): string {
  const page = requests.find(({ type }) => type === 'mainFrame') ?? requests[0]
  const name = registeredName(page?.address.host ?? 'site').split('.')[0] ?? 'site'
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return id === '' ? 'site' : id
}

function policyOf(siteId: string, requests: readonly ReadRequest[], rules: readonly Rule[]): WebPolicy | undefined {
  const readings = requests.filter(isReading)
  const first = readings.find(({ type }) => type === 'mainFrame') ?? readings[0]
  if (first === undefined || rules.length === 0) return undefined
  const { href, host, query } = first.address
  const start = query === '' ? href : href.slice(0, href.indexOf('?'))
  const site: Site = { id: siteId, name: { en: host.slice(0, 80) }, start, rules: [...rules] }
  return { version: 1, sites: [site] }
}

function notesOn(rules: readonly Rule[], requests: readonly ReadRequest[]): readonly string[] {
  const page = requests.find(({ type }) => type === 'mainFrame')
  const own = page === undefined ? undefined : registeredName(page.address.host)
  const hosts = [...new Set(rules.flatMap(rule => rule.hosts))]
  const foreign = hosts.filter(host => own !== undefined && registeredName(host) !== own)
  const typed = rules.flatMap(({ id, query }) =>
    query === undefined || query === 'none' || Array.isArray(query)
      ? []
      : Object.entries(query).flatMap(([name, { type, values }]) =>
          type === 'text' && values === undefined ? [`${name} (${id})`] : [],
        ),
  )
  return [
    ...foreign.map(host => `${host} belongs to somebody else${providerNote(host)}. Does the site need it?`),
    ...(typed.length > 0 ? [`People can type words into ${typed.join(', ')}.`] : []),
    ...(rules.some(({ schemes }) => schemes?.includes('http') === true)
      ? ['Some of it was read in clear text (http).']
      : []),
    'Fill in "name", "owner", "reason", "notAfter" and "vetting" before it is published.',
  ]
}

function providerNote(host: string): string {
  const provider = providerOf(host)
  return provider === undefined ? '' : `, rented from ${provider}`
}

function noteOnWrite({ id, methods, hosts, paths, fields }: Rule): string {
  return `WRITES, not in the policy: ${id} sends ${(fields ?? []).join(', ')} by ${(methods ?? []).join(', ')} to ${hosts[0] ?? ''}${paths?.[0] ?? ''}.`
}
