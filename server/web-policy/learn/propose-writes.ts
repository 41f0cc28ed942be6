import { fieldNameSchema, isTerm } from '#shared/policy/query-form.ts'
import type { ReadRequest } from '#shared/policy/read-request.ts'
import { MAX_BODY_BYTES } from '#shared/policy/request-body.ts'
import { type RequestMethod, requestMethods } from '#shared/policy/request-methods.ts'
import { isWebResourceType } from '#shared/policy/resource-types.ts'
import type { Rule } from '#shared/policy/rule-schema.ts'
import { groupedBy, numbered, originOf, pathOf, placeOf, type ProposedRules } from './propose-reading.ts'
import { proposeQuery } from './propose-query.ts'

const SMALLEST_BODY = 256

/** A rule for each method, address and content type that was written to. None of them is ever more than a proposal. */
export function proposeWrites(siteId: string, requests: readonly ReadRequest[]): ProposedRules {
  const idOf = numbered(siteId)
  const proposals = groupedBy(requests, keyOf).map(group => ({ group, rule: ruleFor(group) }))
  return {
    rules: proposals.flatMap(({ rule }) => (rule === undefined ? [] : [{ id: idOf('write'), ...rule }])),
    odd: proposals
      .filter(({ rule }) => rule === undefined)
      .flatMap(({ group }) => group.map(({ address }) => ({ url: address.href, why: UNREADABLE }))),
  }
}

const UNREADABLE = 'It writes, and its body was not recorded or is no plain list of fields.'

function keyOf(request: ReadRequest): string {
  return [request.method, originOf(request), pathOf(request), request.body?.type ?? ''].join(' ')
}

function ruleFor(group: readonly ReadRequest[]): Omit<Rule, 'id'> | undefined {
  const [first] = group
  const method = requestMethods.find((one): one is RequestMethod => one === first?.method)
  const contentType = first?.body?.type
  const fields = [...new Set(group.flatMap(({ body }) => body?.fields?.map(({ name }) => name) ?? []))]
  const isRead = group.every(({ body }) => body?.fields !== undefined)
  const { query, odd } = proposeQuery(group.map(one => one.query))
  if (first === undefined || method === undefined || contentType === undefined || !isRead || odd.length > 0)
    return undefined
  if (!fields.every(name => fieldNameSchema.safeParse(name).success)) return undefined
  const isFree = group.some(({ body }) => body?.fields?.some(({ value }) => !isTerm(value)) === true)
  return {
    ...placeOf(group),
    paths: [pathOf(first)],
    types: [...new Set(group.map(({ type }) => type))].filter(isWebResourceType),
    query,
    methods: [method],
    contentTypes: [contentType],
    fields,
    maxBodyBytes: roomFor(Math.max(...group.map(({ body }) => body?.bytes ?? 0))),
    ...(isFree && { freeText: true }),
  }
}

/** Twice as much as was seen, in a round number. */
function roomFor(bytes: number): number {
  return Math.min(MAX_BODY_BYTES, 2 ** Math.ceil(Math.log2(Math.max(SMALLEST_BODY, 2 * bytes))))
}
