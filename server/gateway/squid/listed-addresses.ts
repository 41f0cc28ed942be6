import { isIP } from 'node:net'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { withoutBrackets } from '../way-out/find-addresses.ts'
import { isPublicAddress } from '../way-out/public-address.ts'

/**
 * The addresses inside that a policy lists as hosts, so that names may lead to them. Squid knows them by its
 * configuration: where they change, it is written anew.
 */
export function listedAddresses({ sites }: WebPolicy): readonly string[] {
  const hosts = sites.flatMap(site => site.rules.flatMap(rule => rule.hosts)).map(withoutBrackets)
  return [...new Set(hosts.filter(host => isIP(host) !== 0 && !isPublicAddress(host)))].toSorted()
}
