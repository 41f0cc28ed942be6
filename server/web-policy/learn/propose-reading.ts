import type { ReadRequest } from '#shared/policy/read-request.ts'
import { isWebResourceType, type WebResourceType } from '#shared/policy/resource-types.ts'
import type { Rule } from '#shared/policy/rule-schema.ts'
import { proposePaths } from './propose-paths.ts'
import { proposeQuery } from './propose-query.ts'

/** What was asked for and cannot be proposed. */
export interface Odd {
  readonly url: string
  readonly why: string
}

export interface ProposedRules {
  readonly rules: readonly Rule[]
  readonly odd: readonly Odd[]
}

/** Types that are proposed together: what a page is, what it is made of, what its scripts fetch. */
const kinds: readonly { readonly name: string; readonly types: readonly WebResourceType[] }[] = [
  { name: 'pages', types: ['mainFrame', 'subFrame'] },
  { name: 'assets', types: ['stylesheet', 'script', 'image', 'font', 'media'] },
  { name: 'data', types: ['xhr'] },
]

/** One rule a host and kind for what has no query, and one for each path that has. */
export function proposeReading(siteId: string, requests: readonly ReadRequest[]): ProposedRules {
  const idOf = numbered(siteId)
  const proposed = kinds.flatMap(({ name, types }) => {
    const ofKind = requests.filter(({ type }) => types.some(one => one === type))
    return groupedBy(ofKind, originOf).flatMap(group => proposeGroup(group, suffix => idOf(`${name}${suffix}`)))
  })
  return { rules: proposed.flatMap(({ rules }) => rules), odd: proposed.flatMap(({ odd }) => odd) }
}

function proposeGroup(group: readonly ReadRequest[], idOf: (suffix: string) => string): readonly ProposedRules[] {
  const bare = group.filter(({ query }) => query.length === 0)
  const asked = groupedBy(
    group.filter(({ query }) => query.length > 0),
    pathOf,
  )
  return [
    ...(bare.length > 0 ? [{ rules: [{ id: idOf(''), ...ruleFor(bare), query: 'none' as const }], odd: [] }] : []),
    ...asked.map(requests => proposeAsked(requests, idOf)),
  ]
}

function proposeAsked(requests: readonly ReadRequest[], idOf: (suffix: string) => string): ProposedRules {
  const { query, odd } = proposeQuery(requests.map(one => one.query))
  if (odd.length === 0) return { rules: [{ id: idOf('-query'), ...ruleFor(requests), query }], odd: [] }
  return { rules: [], odd: requests.map(({ address }) => ({ url: address.href, why: oddValues(odd) })) }
}

function oddValues(names: readonly string[]): string {
  return `No form fits what ${names.join(', ')} held. List the names alone, if anything may stand there.`
}

/** Where requests go, in the words of a rule. All go to one origin. */
export function placeOf([first]: readonly ReadRequest[]): Pick<Rule, 'hosts' | 'schemes' | 'ports'> {
  const { host, scheme, port, hasDefaultPort } = first?.address ?? {
    host: '',
    scheme: 'https',
    port: 0,
    hasDefaultPort: true,
  }
  return { hosts: [host], ...(scheme === 'http' && { schemes: ['http'] }), ...(!hasDefaultPort && { ports: [port] }) }
}

function ruleFor(requests: readonly ReadRequest[]): Omit<Rule, 'id'> {
  const types = [...new Set(requests.map(({ type }) => type))].filter(isWebResourceType)
  return { ...placeOf(requests), paths: [...proposePaths(requests.map(pathOf))], types }
}

/** Gives each rule a name of its own: `jobs-pages`, `jobs-pages-2`. */
export function numbered(siteId: string): (name: string) => string {
  const counts = new Map<string, number>()
  return name => {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return `${siteId.slice(0, 30)}-${name}${count === 1 ? '' : `-${count}`}`
  }
}

export function groupedBy(requests: readonly ReadRequest[], keyOf: (request: ReadRequest) => string): ReadRequest[][] {
  const groups = new Map<string, ReadRequest[]>()
  for (const request of requests) groups.set(keyOf(request), [...(groups.get(keyOf(request)) ?? []), request])
  return [...groups.values()]
}

export function originOf({ address }: ReadRequest): string {
  return `${address.scheme}://${address.host}:${address.port}`
}

export function pathOf({ address }: ReadRequest): string {
  return `/${address.path.join('/')}`
}
