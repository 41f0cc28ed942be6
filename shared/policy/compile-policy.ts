import { type HostIndex, indexByHost } from './host-index.ts'
import { parsePathGlob, type PathGlob } from './path-glob.ts'
import type { QueryForm } from './query-form.ts'
import { isWriteMethod, readingMethods } from './request-methods.ts'
import { pageTypes, webResourceTypes } from './resource-types.ts'
import type { DenyEntry, Rule } from './rule-schema.ts'
import type { Site, WebPolicy } from './web-policy.ts'

/** A rule with its defaults filled in. */
export interface CompiledRule {
  readonly siteId: string
  readonly ruleId: string
  readonly hosts: readonly string[]
  readonly schemes: ReadonlySet<string>
  /** `undefined`: the scheme's own port. */
  readonly ports: ReadonlySet<number> | undefined
  readonly paths: readonly PathGlob[]
  readonly query: QueryForm
  readonly methods: ReadonlySet<string>
  readonly types: ReadonlySet<string>
  /** Ids of the sites whose pages may cause the request. */
  readonly initiators: ReadonlySet<string>
  readonly write: WriteGrant | undefined
  /** Whether a value may hold words a person typed. */
  readonly freeText: boolean
  readonly notAfter: string | undefined
}

export interface WriteGrant {
  readonly contentTypes: ReadonlySet<string>
  readonly fields: ReadonlySet<string>
  readonly maxBodyBytes: number
}

/** A deny entry. `undefined` narrows nothing; names are folded, because many servers do not mind their case. */
export interface CompiledDenial {
  readonly siteId: string
  readonly ruleId: string
  readonly hosts: readonly string[]
  readonly entry: DenyEntry
  readonly paths: readonly PathGlob[] | undefined
}

/** What a site lists at a host, whatever the path. */
export interface Place {
  readonly siteId: string
  readonly hosts: readonly string[]
  readonly schemes: ReadonlySet<string>
  /** `undefined`: the scheme's own port. */
  readonly ports: ReadonlySet<number> | undefined
  readonly types: ReadonlySet<string>
  /** Whether a document may be read there: what it causes is then caused by the site. */
  readonly isPage: boolean
}

/** A policy made ready for `evaluateRequest`. Its answers never change; made once a policy. */
export interface CompiledPolicy {
  readonly rules: HostIndex<CompiledRule>
  readonly denials: HostIndex<CompiledDenial>
  readonly places: HostIndex<Place>
  /** Rules by their id. */
  readonly byId: ReadonlyMap<string, CompiledRule>
  /** The sites of pages that were asked for last (`sitesOfInitiator`). Changes no answer. */
  readonly knownInitiators: Map<string, ReadonlySet<string>>
  /** Whether no rule depends on what a path begins with, so that all rules of a host are always looked at. */
  readonly listsWholeHosts: boolean
}

/**
 * Prepares a policy for deciding. Neither the order of the sites nor that of their rules changes any decision: of several
 * rules that grant a request, one that lists the host exactly is named, of these one whose path begins with more fixed
 * segments, of these the first by site id and rule id.
 */
export function compilePolicy(policy: WebPolicy): CompiledPolicy {
  const rules = policy.sites.flatMap(site => site.rules.map(rule => compileRule(site, rule))).toSorted(byId)
  const denials = policy.sites.flatMap(site => (site.deny ?? []).map(entry => compileDenial(site, entry)))
  return {
    rules: indexByHost(rules),
    denials: indexByHost(denials.toSorted(byId)),
    places: indexByHost(placesOf(rules)),
    knownInitiators: new Map(),
    listsWholeHosts: rules.every(({ paths }) => paths.some(([first = '']) => first.includes('*'))),
    byId: new Map(rules.map(rule => [rule.ruleId, rule])),
  }
}

/** One entry for all rules that list the same things at the same host, so that a host has few, however many its rules. */
function placesOf(rules: readonly CompiledRule[]): readonly Place[] {
  const places = rules.flatMap(({ siteId, hosts, schemes, ports, types, methods }) => {
    const isPage = methods.has('GET') && pageTypes.some(type => types.has(type))
    return hosts.map(host => ({ siteId, hosts: [host], schemes, ports, types, isPage }))
  })
  return [...new Map(places.map(place => [keyOf(place), place])).values()]
}

function keyOf({ siteId, hosts, schemes, ports, types, isPage }: Place): string {
  return [siteId, ...hosts, ...schemes, ...(ports ?? []), ...types, isPage].join(' ')
}

interface Identified {
  readonly siteId: string
  readonly ruleId: string
}

function byId(one: Identified, other: Identified): number {
  return compare(one.siteId, other.siteId) || compare(one.ruleId, other.ruleId)
}

/** By code unit: a locale must not decide which rule is named. */
function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function compileRule(site: Site, rule: Rule): CompiledRule {
  const methods = new Set<string>(rule.methods ?? readingMethods)
  const types = new Set<string>(rule.types ?? webResourceTypes)
  return {
    siteId: site.id,
    ruleId: rule.id,
    hosts: rule.hosts,
    schemes: new Set(rule.schemes ?? ['https']),
    ports: rule.ports === undefined ? undefined : new Set(rule.ports),
    paths: (rule.paths ?? ['/**']).map(parsePathGlob),
    query: compileQuery(rule.query),
    methods,
    types,
    initiators: new Set(rule.initiators ?? [site.id]),
    write: compileWrite(rule, methods),
    freeText: rule.freeText === true,
    notAfter: site.notAfter,
  }
}

function compileQuery(query: Rule['query']): QueryForm {
  if (query === undefined) return 'any'
  if (query === 'none') return new Map()
  if (Array.isArray(query)) return new Map(query.map(name => [name, undefined]))
  return new Map(Object.entries(query))
}

function compileWrite(rule: Rule, methods: ReadonlySet<string>): WriteGrant | undefined {
  const { contentTypes, fields, maxBodyBytes } = rule
  if (contentTypes === undefined || fields === undefined || maxBodyBytes === undefined) return undefined
  if (![...methods].some(isWriteMethod)) return undefined
  return { contentTypes: new Set(contentTypes), fields: new Set(fields), maxBodyBytes }
}

function compileDenial(site: Site, entry: DenyEntry): CompiledDenial {
  const paths = entry.paths?.map(pattern => parsePathGlob(pattern.toLowerCase()))
  return { siteId: site.id, ruleId: entry.id, hosts: entry.hosts, entry, paths }
}
