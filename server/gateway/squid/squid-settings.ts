import type { ListedAddresses } from './listed-addresses.ts'

/** What an installation, or a test, decides about its Squid. Paths are absolute. */
export interface SquidSettings {
  /** On loopback: Squid believes what whoever connects says of a tunnel. */
  readonly port: number
  /** Holds the configuration, the error pages, the certificates made, the logs. */
  readonly folder: string
  /** The program Squid asks, and its arguments. */
  readonly helper: readonly string[]
  /** Non-public addresses that names may lead to, as the policy lists them. */
  readonly listedAddresses: readonly ListedAddresses[]
  /** Authorities that vouch for sites besides the machine's own, a PEM file. */
  readonly authoritiesFile?: string
  /** Names and addresses in the form of `/etc/hosts`. Left out, the machine's. */
  readonly hostsFile?: string
}

/** Where everything lies in the folder. */
export const squidFiles = {
  configuration: 'squid.conf',
  /** Key and certificate of the web authority, readable by the account alone. */
  authority: 'web-authority.pem',
  certificates: 'certificates',
  errorPages: 'errors',
  accessLog: 'access.log',
  cacheLog: 'cache.log',
  pid: 'squid.pid',
} as const

/** A word of a Squid configuration. Squid has no quoting that all its directives understand, so nothing is quoted. */
export function plainWord(word: string): string {
  if (/^[\w./:@%+,=-]+$/.test(word)) return word
  throw new RangeError(`a Squid configuration cannot hold ${JSON.stringify(word)}`)
}
