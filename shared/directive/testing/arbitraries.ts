import * as fc from 'fast-check'
import { inmateIdSchema, terminalIdSchema } from '../../contracts/ids.ts'
import { type Closing, closingSchema, orderIdSchema, reasons, type Scope, type Target } from '../closing.ts'
import { services } from '../services.ts'

/** Few enough of each that closings and questions meet. */
export const WINGS = ['A', 'B'] as const
export const TERMINALS = [
  terminalIdSchema.parse('00000000-0000-4000-8000-000000000001'),
  terminalIdSchema.parse('00000000-0000-4000-8000-000000000002'),
] as const
export const INMATES = [
  inmateIdSchema.parse('10000000-0000-4000-8000-000000000001'),
  inmateIdSchema.parse('10000000-0000-4000-8000-000000000002'),
] as const

export const target: fc.Arbitrary<Target> = fc.oneof(
  fc.record({ kind: fc.constant('service' as const), service: fc.constantFrom(...services) }),
  fc.record({ kind: fc.constant('site' as const), siteId: fc.constantFrom('jobs', 'books') }),
  fc.record({
    kind: fc.constant('rule' as const),
    siteId: fc.constantFrom('jobs', 'books'),
    ruleId: fc.constantFrom('read', 'search'),
  }),
)

export const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({ kind: 'everyone' as const }),
  fc.record({ kind: fc.constant('wing' as const), wingId: fc.constantFrom(...WINGS) }),
  fc.record({ kind: fc.constant('terminal' as const), terminalId: fc.constantFrom(...TERMINALS) }),
  fc.record({ kind: fc.constant('inmate' as const), inmateId: fc.constantFrom(...INMATES) }),
)

export const place = fc.record({
  terminalId: fc.constantFrom(...TERMINALS),
  wingId: fc.constantFrom(...WINGS),
  inmateId: fc.option(fc.constantFrom(...INMATES), { nil: undefined }),
})

/** The hour all of it happens in: minutes 0 to 60. */
export const minute = fc.integer({ min: 0, max: 60 })
export const atMinute = (minutes: number): string => new Date(minutes * 60_000).toISOString()

const span = fc
  .tuple(fc.option(minute), fc.option(minute))
  .filter(([from, until]) => from === null || until === null || from < until)
  .map(([from, until]) => ({
    from: from === null ? null : atMinute(from),
    until: until === null ? null : atMinute(until),
  }))

export const orderId = fc.uuid({ version: 7 }).map(id => orderIdSchema.parse(id))

export const closing: fc.Arbitrary<Closing> = fc
  .tuple(orderId, target, scope, fc.constantFrom(...reasons), span)
  .map(([id, aimed, whom, reason, between]) =>
    closingSchema.parse({ id, target: aimed, scope: whom, reason, line: null, ...between }),
  )

/** No two of one order. */
export const closings = fc.uniqueArray(closing, { maxLength: 8, selector: ({ id }) => id })
