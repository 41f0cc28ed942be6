import { z } from 'zod'
import { canonicaliseAddress } from './canonical-address.ts'
import { describeIssue, type PolicyProblem } from './policy-problem.ts'
import { repeatedKey } from './repeated-key.ts'
import { type DenyEntry, denyEntrySchema, policyIdSchema, type Rule, ruleSchema } from './rule-schema.ts'

const note = z.string().min(1).max(500)
const languageCode = z.string().regex(/^[a-z]{2}$/, { error: 'a name is listed under a two-letter language code' })

/** An approved web site: a list of functions, never a host as a whole. */
export const siteSchema = z.strictObject({
  id: policyIdSchema,
  name: z
    .record(languageCode, z.string().min(1).max(80))
    .refine(names => Object.keys(names).length > 0, { error: 'a site has a name in at least one language' }),
  start: z.string().refine(start => canonicaliseAddress(start).ok, { error: 'not an address this gate can read' }),
  rules: z.array(ruleSchema),
  deny: z.array(denyEntrySchema).optional(),
  owner: note.optional(),
  reason: note.optional(),
  /** The last day the site is open, as `YYYY-MM-DD`. */
  notAfter: z.iso.date().optional(),
  /** The report the site was approved on. */
  vetting: note.optional(),
})
export type Site = z.output<typeof siteSchema>

/** The web policy file, version 1. */
export const webPolicySchema = z
  .strictObject({ version: z.literal(1), sites: z.array(siteSchema) })
  .superRefine((policy, context) => {
    for (const { path, message } of [...repeatedIds(policy.sites), ...unknownInitiators(policy.sites)]) {
      context.addIssue({ code: 'custom', path: [...path], message, input: undefined })
    }
  })
export type WebPolicy = z.output<typeof webPolicySchema>

export type WebPolicyReading =
  | { readonly ok: true; readonly policy: WebPolicy }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] }

/**
 * Reads a policy file, given as text or as parsed JSON.
 *
 *  - A policy with any problem is refused whole: half a policy is not what anybody approved.
 *  - An unknown field, an id used twice and a key written twice are problems, each named with its place.
 */
export function parseWebPolicy(input: unknown): WebPolicyReading {
  const json = typeof input === 'string' ? parseText(input) : { value: input }
  if ('problem' in json) return { ok: false, problems: [{ path: '', reason: json.problem }] }
  const result = webPolicySchema.safeParse(json.value)
  if (result.success) return { ok: true, policy: result.data }
  return { ok: false, problems: result.error.issues.map(describeIssue) }
}

function parseText(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    const value: unknown = JSON.parse(text)
    const key = repeatedKey(text)
    return key === undefined ? { value } : { problem: `the key ${JSON.stringify(key)} is written twice in one object` }
  } catch {
    return { problem: text.trim() === '' ? 'the file is empty' : 'not valid JSON, or cut off before its end' }
  }
}

interface CrossProblem {
  readonly path: readonly (string | number)[]
  readonly message: string
}

interface Placed {
  readonly entry: Rule | DenyEntry
  readonly place: readonly (string | number)[]
}

function placedEntries(sites: readonly Site[]): Placed[] {
  return sites.flatMap((site, index) => [
    ...site.rules.map((entry, at) => ({ entry, place: ['sites', index, 'rules', at] })),
    ...(site.deny ?? []).map((entry, at) => ({ entry, place: ['sites', index, 'deny', at] })),
  ])
}

/** Orders and audit records name a rule by its id alone, so ids of rules and deny entries are one set. */
function repeatedIds(sites: readonly Site[]): CrossProblem[] {
  const places = sites.map(({ id }, index) => ({ id, place: ['sites', index] as const }))
  const entries = placedEntries(sites).map(({ entry, place }) => ({ id: entry.id, place }))
  return [places, entries].flatMap(list => {
    const seen = new Set<string>()
    return list.flatMap(({ id, place }) => {
      if (!seen.has(id)) {
        seen.add(id)
        return []
      }
      return [{ path: [...place, 'id'], message: `the id ${id} is used twice` }]
    })
  })
}

function unknownInitiators(sites: readonly Site[]): CrossProblem[] {
  const known = new Set(sites.map(site => site.id))
  return placedEntries(sites).flatMap(({ entry, place }) =>
    (entry.initiators ?? []).flatMap((id, at) =>
      known.has(id) ? [] : [{ path: [...place, 'initiators', at], message: `there is no site ${id}` }],
    ),
  )
}
