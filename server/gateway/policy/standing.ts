import type { Site } from '#shared/policy/web-policy.ts'
import type { TunnelIdentity } from '../gateway-engine.ts'
import type { ClosingsSource } from './closings-source.ts'
import type { PolicySource } from './policy-source.ts'

/**
 * A text that is the same for as long as every request of a person on a terminal is judged the same: it names the policy,
 * what of it has ended, and what is closed for them. Rejects where nobody can say.
 */
export type StandingOf = (identity: TunnelIdentity) => Promise<string>

export function createStanding(
  policies: Pick<PolicySource, 'current'>,
  closings: Pick<ClosingsSource, 'closingsFor'>,
): StandingOf {
  const numbers = new WeakMap<object, number>()
  let last = 0
  const numberOf = (compiled: object): number => {
    const number = numbers.get(compiled) ?? (last += 1)
    numbers.set(compiled, number)
    return number
  }
  return async ({ terminalId, inmateId }) => {
    const [inForce, closed] = await Promise.all([policies.current(), closings.closingsFor(terminalId, inmateId)])
    if (inForce === undefined) return 'none'
    const { compiled, policy, circumstances } = inForce
    const ended = policy.sites.filter(site => hasEnded(site, circumstances.today)).map(({ id }) => id)
    const parts = [ended, [...(closed.closedSites ?? [])].toSorted(), [...(closed.closedRules ?? [])].toSorted()]
    return JSON.stringify([numberOf(compiled), ...parts])
  }
}

function hasEnded({ notAfter }: Site, today: string | undefined): boolean {
  return notAfter !== undefined && (today === undefined || today > notAfter)
}
