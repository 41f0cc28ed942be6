import { isIP } from 'node:net'
import type { Rule } from '#shared/policy/rule-schema.ts'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { withoutBrackets } from '../way-out/find-addresses.ts'
import { isPublicAddress } from '../way-out/public-address.ts'

/** Addresses inside that names of a site may lead to, at one port. */
export interface ListedAddresses {
  readonly siteId: string
  readonly port: number
  readonly addresses: readonly string[]
}

const ownPorts = { http: 80, https: 443 } as const

/**
 * The addresses inside that a policy lists as hosts, by the site and port they are listed for. Squid knows them by its
 * configuration: where they change, it is written anew.
 */
export function listedAddresses({ sites }: WebPolicy): readonly ListedAddresses[] {
  return sites.flatMap(({ id: siteId, rules }) => {
    const ports = [...new Set(rules.flatMap(portsOf))].toSorted((one, other) => one - other)
    return ports.flatMap(port => {
      const hosts = rules.filter(rule => portsOf(rule).includes(port)).flatMap(rule => rule.hosts)
      const addresses = [...new Set(hosts.map(withoutBrackets).filter(isInside))].toSorted()
      return addresses.length === 0 ? [] : [{ siteId, port, addresses }]
    })
  })
}

function portsOf({ ports, schemes = ['https'] }: Rule): readonly number[] {
  return ports ?? schemes.map(scheme => ownPorts[scheme])
}

function isInside(host: string): boolean {
  return isIP(host) !== 0 && !isPublicAddress(host)
}
