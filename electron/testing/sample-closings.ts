import { type Closing, orderIdSchema, type Scope, type Target } from '#shared/directive/closing.ts'
import { v7 } from 'uuid'

/** Closes something for everyone, from now until a warden reopens it, but for the changes. */
export function closingOf(target: Target, changes: Partial<Closing> = {}): Closing {
  const scope: Scope = { kind: 'everyone' }
  return {
    id: orderIdSchema.parse(v7()),
    target,
    scope,
    reason: 'incident',
    line: null,
    from: null,
    until: null,
    ...changes,
  }
}

export const webClosed = (changes?: Partial<Closing>): Closing =>
  closingOf({ kind: 'service', service: 'web' }, changes)
export const canteenClosed = (changes?: Partial<Closing>): Closing =>
  closingOf({ kind: 'service', service: 'canteen' }, changes)
