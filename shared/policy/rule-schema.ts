import { z } from 'zod'
import { bodyTypes } from './content-type.ts'
import { hostPatternProblem, wildcardDomain } from './host-pattern.ts'
import { pathGlobProblem } from './path-glob.ts'
import { fieldNameSchema, MAX_TERM_LENGTH, valueFormSchema } from './query-form.ts'
import { MAX_BODY_BYTES } from './request-body.ts'
import { isWriteMethod, requestMethods } from './request-methods.ts'
import { resourceTypes, webResourceTypes } from './resource-types.ts'
import { isNarrowed, isSharedDomain } from './shared-hosting.ts'

/** Names a site or a rule, in the policy, in the audit and in a warden's order. Unique in the whole file. */
export const policyIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'an id is lower-case letters and digits, parted by single hyphens' })
  .max(60)

function explained(problemOf: (text: string) => string | undefined): z.ZodString {
  return z.string().superRefine((text, context) => {
    const message = problemOf(text)
    if (message !== undefined) context.addIssue({ code: 'custom', message, input: text })
  })
}

function some<Item extends z.ZodType>(item: Item): z.ZodOptional<z.ZodArray<Item>> {
  return z.array(item).min(1).optional()
}

const querySchema = z.union([
  z.literal('none'),
  z.array(fieldNameSchema).min(1),
  z.record(fieldNameSchema, valueFormSchema),
])
type QueryField = z.output<typeof querySchema>

const patternFields = {
  id: policyIdSchema,
  hosts: z.array(explained(hostPatternProblem)).min(1),
  schemes: some(z.enum(['https', 'http'])),
  ports: some(z.int().min(1).max(65_535)),
  paths: some(explained(pathGlobProblem)),
  query: querySchema.optional(),
  methods: some(z.enum(requestMethods)),
  contentTypes: some(z.enum(bodyTypes)),
  fields: z.array(fieldNameSchema).optional(),
  maxBodyBytes: z.int().min(1).max(MAX_BODY_BYTES).optional(),
  initiators: some(policyIdSchema),
  freeText: z.boolean().optional(),
}

const bodyFields = ['contentTypes', 'fields', 'maxBodyBytes'] as const

/** A permission: reading, unless it names methods; what it does not name is refused. */
export const ruleSchema = z
  .strictObject({ ...patternFields, types: some(z.enum(webResourceTypes)) })
  .superRefine((rule, context) => {
    const isWrite = rule.methods?.some(isWriteMethod) === true
    for (const field of bodyFields) {
      if (isWrite === (rule[field] !== undefined)) continue
      const message = isWrite ? 'a write says what it may carry' : 'only a rule with a write method carries a body'
      context.addIssue({ code: 'custom', path: [field], message, input: rule[field] })
    }
    if (!isNarrowed(rule)) {
      for (const [at, host] of rule.hosts.entries()) {
        if (!isSharedDomain(wildcardDomain(host) ?? '')) continue
        const message =
          'anybody can open a site below this domain: name the host, or the paths and the types of its parts'
        context.addIssue({ code: 'custom', path: ['hosts', at], message, input: host })
      }
    }
    for (const name of longTexts(rule)) {
      const message = `a text of more than ${MAX_TERM_LENGTH} characters needs "freeText": true`
      context.addIssue({ code: 'custom', path: ['query', name, 'max'], message, input: rule.query })
    }
  })
export type Rule = z.output<typeof ruleSchema>

/** Parameters in which a person could write more than a search term, where the rule does not say so. */
function longTexts({ query, freeText }: { query?: QueryField | undefined; freeText?: boolean | undefined }): string[] {
  if (freeText === true || query === undefined || query === 'none' || Array.isArray(query)) return []
  return Object.entries(query).flatMap(([name, { type, max = 0, values }]) =>
    type === 'text' && max > MAX_TERM_LENGTH && values === undefined ? [name] : [],
  )
}

/** A prohibition that wins over every rule of every site. What it leaves out does not narrow it. */
export const denyEntrySchema = z.strictObject({ ...patternFields, types: some(z.enum(resourceTypes)) })
export type DenyEntry = z.output<typeof denyEntrySchema>
