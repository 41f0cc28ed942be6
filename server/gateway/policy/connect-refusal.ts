import type { CompiledPolicy } from '#shared/policy/compile-policy.ts'
import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import { entriesFor } from '#shared/policy/host-index.ts'
import { hasPunycodeLabel } from '#shared/policy/host-pattern.ts'

const HTTPS_PORT = 443

/**
 * Says why no connection to `host` and `port` may be asked for, or `undefined` where a rule lists them with `https`.
 * What is then asked through it is judged request by request.
 */
export function connectRefusal(policy: CompiledPolicy, host: string, port: number): DenyReason | undefined {
  const places = entriesFor(policy.places, host)
  if (places === undefined) return hasPunycodeLabel(host) ? 'host-look-alike' : 'host-not-listed'
  const secured = places.filter(({ schemes }) => schemes.has('https'))
  if (secured.length === 0) return 'scheme-not-listed'
  return secured.some(({ ports }) => ports?.has(port) ?? port === HTTPS_PORT) ? undefined : 'port-not-listed'
}
