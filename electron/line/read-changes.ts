import { changeSchema, cursorSchema, type Change, type PageChange } from '#shared/contracts/sync.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { z } from 'zod'

// The changes are read one by one: a row this version does not know must not keep all the others away.
const answerSchema = z.strictObject({ cursor: cursorSchema, more: z.boolean(), changes: z.array(z.unknown()) })

export interface PulledChanges {
  readonly cursor: string
  readonly more: boolean
  readonly changes: readonly Change[]
}

/** Reads the answer to a pull. `undefined` where it is none. A change that is not valid is left out and reported. */
export function readChanges(body: unknown, report: (error: unknown) => void): PulledChanges | undefined {
  const answer = answerSchema.safeParse(body)
  if (!answer.success) {
    report(new GuichetError('BODY_INVALID', 'the answer to a pull is none', { cause: answer.error }))
    return undefined
  }
  const { cursor, more } = answer.data
  const changes = answer.data.changes.flatMap(value => {
    const change = changeSchema.safeParse(value)
    if (!change.success) report(new GuichetError('BODY_INVALID', 'a change of a pull is not valid'))
    return change.success ? [change.data] : []
  })
  return { cursor, more, changes }
}

/** What of it the page may have: never the roster with its verifiers, nor the web policy. */
export function changesForPage(changes: readonly Change[]): PageChange[] {
  return changes.filter((change): change is PageChange => change.entity !== 'person' && change.entity !== 'web-policy')
}
