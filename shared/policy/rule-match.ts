import type { CompiledRule, Place, WriteGrant } from './compile-policy.ts'
import type { DenyReason } from './deny-reasons.ts'
import { coversEverything, matchesPath } from './path-glob.ts'
import { fitsQueryForm, isTerm, type QueryForm } from './query-form.ts'
import type { ReadRequest } from './read-request.ts'
import { isWriteMethod } from './request-methods.ts'

/** What holds at the moment of the decision and is not in the policy. */
export interface Circumstances {
  /** The prison's day, as `YYYY-MM-DD`. Without it a site that ends on a day is closed. */
  readonly today?: string | undefined
  /** Ids of sites and rules that a warden has closed. */
  readonly closedSites?: ReadonlySet<string> | undefined
  readonly closedRules?: ReadonlySet<string> | undefined
}

/** Why a rule does not grant a request, in the order it is looked at: a later one came closer to granting it. */
export const refusalOrder = [
  'scheme-not-listed',
  'port-not-listed',
  'type-not-listed',
  'path-not-listed',
  'method-not-listed',
  'initiator-not-listed',
  'query-not-listed',
  'body-not-granted',
  'content-type-not-listed',
  'body-unseen',
  'body-too-large',
  'body-unreadable',
  'field-not-listed',
  'free-text-not-granted',
  'site-expired',
  'site-closed',
  'rule-closed',
] as const satisfies readonly DenyReason[]

/** Those that speak of what a request carries to a place that is listed. */
export const contentRefusals: ReadonlySet<DenyReason> = new Set<DenyReason>(
  refusalOrder.slice(refusalOrder.indexOf('query-not-listed'), refusalOrder.indexOf('site-expired')),
)
export type RuleRefusal = (typeof refusalOrder)[number]

/** The sites whose page causes a request; `undefined` where no page is known. */
export type Initiators = () => ReadonlySet<string> | undefined

/** Says why `rule` does not grant `request`, or `undefined` where it does. `initiators` are looked for only when needed. */
export function ruleRefusal(
  rule: CompiledRule,
  request: ReadRequest,
  initiators: Initiators,
  circumstances: Circumstances,
): RuleRefusal | undefined {
  const { address } = request
  const elsewhere = placeRefusal(rule, request)
  if (elsewhere !== undefined) return elsewhere
  if (!rule.paths.some(glob => coversEverything(glob) || matchesPath(glob, address.path))) return 'path-not-listed'
  if (!rule.methods.has(request.method)) return 'method-not-listed'
  if (!mayCause(rule, initiators())) return 'initiator-not-listed'
  if (!fitsQueryForm(rule.query, request, rule.freeText)) return 'query-not-listed'
  return bodyRefusal(rule, request) ?? closureOf(rule, circumstances)
}

/** The part of a refusal that does not depend on the path. */
export function placeRefusal(
  place: Pick<Place, 'schemes' | 'ports' | 'types'>,
  { address, type }: ReadRequest,
): 'scheme-not-listed' | 'port-not-listed' | 'type-not-listed' | undefined {
  if (!place.schemes.has(address.scheme)) return 'scheme-not-listed'
  if (!(place.ports?.has(address.port) ?? address.hasDefaultPort)) return 'port-not-listed'
  return place.types.has(type) ? undefined : 'type-not-listed'
}

function mayCause({ initiators: listed }: CompiledRule, initiators: ReadonlySet<string> | undefined): boolean {
  if (initiators === undefined) return true
  for (const site of listed) if (initiators.has(site)) return true
  return false
}

function bodyRefusal(rule: CompiledRule, request: ReadRequest): RuleRefusal | undefined {
  const { method, body } = request
  if (rule.write !== undefined && isWriteMethod(method))
    return writeRefusal(rule.write, request) ?? textRefusal(rule, request)
  return body === undefined || body.bytes === 0 ? undefined : 'body-not-granted'
}

function writeRefusal(grant: WriteGrant, { body }: ReadRequest): RuleRefusal | undefined {
  if (body === undefined) return 'body-unseen'
  if (body.type === undefined || !grant.contentTypes.has(body.type)) return 'content-type-not-listed'
  if (body.bytes > grant.maxBodyBytes) return 'body-too-large'
  // Only announced: the gate that sees it judges its fields.
  if (!body.isSeen) return undefined
  if (body.fields === undefined) return 'body-unreadable'
  return body.fields.every(({ name }) => grant.fields.has(name)) ? undefined : 'field-not-listed'
}

/** What is written under a grant is a term, unless the rule says that a person's own words may go out. */
function textRefusal(rule: CompiledRule, { query, body }: ReadRequest): RuleRefusal | undefined {
  if (rule.freeText) return undefined
  const open = query.filter(({ name }) => !isFixed(rule.query, name))
  const areTerms = [...open, ...(body?.fields ?? [])].every(({ value }) => isTerm(value))
  return areTerms ? undefined : 'free-text-not-granted'
}

/** Whether the rule lists the values of a parameter: whatever they are, nobody chose them in writing. */
function isFixed(form: QueryForm, name: string): boolean {
  return form !== 'any' && form.get(name)?.values !== undefined
}

function closureOf(rule: CompiledRule, circumstances: Circumstances): RuleRefusal | undefined {
  const { today, closedSites, closedRules } = circumstances
  // Days written alike compare as text. No day known: nobody can say that it has not passed.
  if (rule.notAfter !== undefined && (today === undefined || today > rule.notAfter)) return 'site-expired'
  if (closedSites?.has(rule.siteId) === true) return 'site-closed'
  return closedRules?.has(rule.ruleId) === true ? 'rule-closed' : undefined
}
