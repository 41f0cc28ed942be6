import type { InmateView } from '#shared/contracts/staff.ts'
import { freeLineSchema, type Reason, type Scope, type Target } from '#shared/directive/closing.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import type { Service } from '#shared/directive/services.ts'
import type { SpanDraft } from '../layout/span-draft.ts'

/** What a warden has chosen so far. */
export interface ClosingDraft {
  readonly what: Service | 'site' | undefined
  readonly siteId: string
  /** Empty: all of the site. */
  readonly ruleId: string
  readonly whom: Scope['kind'] | undefined
  readonly wingId: string
  readonly terminalId: string
  readonly inmate: InmateView | undefined
  readonly reason: Reason | undefined
  readonly line: string
  readonly span: SpanDraft
}

/** The order a draft is, once it says what, for whom and why. */
export function toIntent(
  draft: ClosingDraft,
  span: { readonly from: string | null; readonly until: string | null } | undefined,
  terminals: readonly { readonly id: Extract<Scope, { kind: 'terminal' }>['terminalId'] }[],
): Extract<OrderIntent, { kind: 'close' }> | undefined {
  const target = targetOf(draft)
  const scope = scopeOf(draft, terminals)
  const line = draft.line.trim() === '' ? null : freeLineSchema.safeParse(draft.line).data
  if (target === undefined || scope === undefined || draft.reason === undefined) return undefined
  if (line === undefined || span === undefined) return undefined
  return { kind: 'close', target, scope, reason: draft.reason, line, ...span }
}

/** What a draft still has to say, as its parts are called. */
export type Missing = 'what' | 'whom' | 'why' | 'when' | 'line'

/** What keeps a draft from being an order, in the order it is asked; nothing once it is one. */
export function missingOf(draft: ClosingDraft, span: unknown, intent: OrderIntent | undefined): readonly Missing[] {
  if (intent !== undefined) return []
  const hasScope = draft.whom === 'inmate' ? draft.inmate !== undefined : draft.whom !== undefined
  const parts = [
    targetOf(draft) === undefined && 'what',
    !hasScope && 'whom',
    draft.reason === undefined && 'why',
    draft.line.trim() !== '' && !freeLineSchema.safeParse(draft.line).success && 'line',
    (span === undefined || span === 'past') && 'when',
  ] as const
  return parts.filter(part => part !== false)
}

function targetOf({ what, siteId, ruleId }: ClosingDraft): Target | undefined {
  if (what === undefined) return undefined
  if (what !== 'site') return { kind: 'service', service: what }
  if (siteId === '') return undefined
  return ruleId === '' ? { kind: 'site', siteId } : { kind: 'rule', siteId, ruleId }
}

function scopeOf(draft: ClosingDraft, terminals: Parameters<typeof toIntent>[2]): Scope | undefined {
  switch (draft.whom) {
    case 'everyone':
      return { kind: 'everyone' }
    case 'wing':
      return draft.wingId === '' ? undefined : { kind: 'wing', wingId: draft.wingId }
    case 'terminal': {
      const terminal = terminals.find(({ id }) => id === draft.terminalId)
      return terminal === undefined ? undefined : { kind: 'terminal', terminalId: terminal.id }
    }
    case 'inmate':
      return draft.inmate === undefined ? undefined : { kind: 'inmate', inmateId: draft.inmate.id }
    default:
      return undefined
  }
}
