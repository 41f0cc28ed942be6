import type { CompiledRule } from '#shared/policy/compile-policy.ts'
import { readContentType } from '#shared/policy/content-type.ts'
import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'
import { fitsValueForm, isTerm } from '#shared/policy/query-form.ts'
import { readRequest, type ReadRequest } from '#shared/policy/read-request.ts'
import { isWriteMethod } from '#shared/policy/request-methods.ts'

interface Miss {
  readonly reason: DenyReason
  /** The rule that came closest. */
  readonly rule: CompiledRule | undefined
  readonly request: PolicyRequest
}

/** Says in the words of the policy file what would grant a request, or `undefined` where there is nothing exact to say. */
export function whatToAdd({ reason, rule, request }: Miss): string | undefined {
  const read = readRequest(request)
  if (typeof read === 'string') return undefined
  const { address, method, type } = read
  const place = rule === undefined ? 'a rule of the site' : `rule ${rule.ruleId}`
  const add = (what: unknown, field: string): string => `Add ${JSON.stringify(what)} to "${field}" of ${place}.`
  switch (reason) {
    case 'host-not-listed':
      return `Approve the site and list "${address.host}" in "hosts" of a rule of it.`
    case 'host-look-alike':
      return `If the site really is called so, list "${address.host}" exactly.`
    case 'scheme-not-listed':
      return add(address.scheme, 'schemes')
    case 'port-not-listed':
      return add(address.port, 'ports')
    case 'type-not-listed':
      return add(type, 'types')
    case 'path-not-listed':
      return add(`/${address.path.join('/')}`, 'paths')
    case 'method-not-listed':
      return isWriteMethod(method) ? writeGrantFor(read) : add(method, 'methods')
    case 'content-type-not-listed':
      return contentTypeFor(request, add)
    case 'query-not-listed':
      return rule === undefined ? undefined : queryFor(rule, read)
    case 'field-not-listed':
      return add(missingFields(rule, read), 'fields')
    case 'body-too-large':
      return `Raise "maxBodyBytes" of ${place} to ${read.body?.bytes ?? 0}.`
    case 'free-text-not-granted':
      return freeTextFor(place, read)
    default:
      return undefined
  }
}

type Add = (what: unknown, field: string) => string

function contentTypeFor({ contentType }: PolicyRequest, add: Add): string {
  const form = readContentType(contentType)
  return form === undefined ? 'Nothing grants a body of this type.' : add(form.type, 'contentTypes')
}

function writeGrantFor({ address, method, body }: ReadRequest): string {
  const grant = {
    hosts: [address.host],
    paths: [`/${address.path.join('/')}`],
    methods: [method],
    contentTypes: [body?.type ?? 'application/json'],
    fields: [...new Set(body?.fields?.map(({ name }) => name) ?? [])],
    maxBodyBytes: Math.max(256, body?.bytes ?? 0),
  }
  return `This writes. If people may: a rule of its own, ${JSON.stringify({ id: '…', ...grant })}`
}

function missingFields(rule: CompiledRule | undefined, { body }: ReadRequest): readonly string[] {
  const names = body?.fields?.map(({ name }) => name) ?? []
  return [...new Set(names)].filter(name => rule?.write?.fields.has(name) !== true)
}

function freeTextFor(place: string, { query, body }: ReadRequest): string {
  const names = [...query, ...(body?.fields ?? [])].filter(({ value }) => !isTerm(value)).map(({ name }) => name)
  return `Set "freeText": true in ${place}, if people may write what they like in ${[...new Set(names)].join(', ')}. It is logged for review.`
}

function queryFor({ ruleId, query: form }: CompiledRule, { address, query }: ReadRequest): string | undefined {
  if (form === 'any') return undefined
  if (address.query.includes(';')) return 'A ; in a query is never granted where parameters are listed.'
  const names = query.map(({ name }) => name)
  const unknown = names.filter(name => !form.has(name))
  if (unknown.length > 0) return `Add ${JSON.stringify([...new Set(unknown)])} to "query" of rule ${ruleId}.`
  const repeated = names.find((name, at) => names.indexOf(name) !== at)
  const odd = query.find(({ name, value }) => {
    const valueForm = form.get(name)
    return valueForm !== undefined && !fitsValueForm(valueForm, value)
  })
  if (odd === undefined) return `${repeated ?? ''} occurs twice. Only a list, named as ${repeated ?? 'x'}[], may.`
  return `The value of ${odd.name} is not as rule ${ruleId} says: ${JSON.stringify(form.get(odd.name))}.`
}
