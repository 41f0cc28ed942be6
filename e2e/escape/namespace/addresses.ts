/** The hosts a policy lists. Every other name is the outside. */
export const listedHosts: ReadonlyMap<string, string> = new Map([
  ['good.test', '93.184.216.34'],
  ['good2.test', '93.184.216.35'],
  ['d111.cloudfront.net', '93.184.216.37'],
])

export const NAME_SERVER = '93.184.216.1'

/** For names that no case asks for: what a browser asks for by itself. */
const NOBODYS_ADDRESS = '93.184.216.36'
const HOSTILE_NETWORKS = ['93.184.217', '93.184.218'] as const
const HOSTS_IN_NETWORK = 250

/** What an attack names by its address, because a name would be resolved. */
export const LITERAL_ADDRESS = { id: 'rtc-05', address: '93.184.219.5' } as const

const CASE_HOST = /(?:^|\.)([a-z]+(?:-[a-z0-9]+)+)\.evil\.test$/

/** The case a host belongs to: `wk-01` for `wk-01.evil.test` and for every name below it. */
export function caseOfHost(host: string): string | undefined {
  return CASE_HOST.exec(host.toLowerCase())?.[1]
}

/** Gives each case's host an address of its own, so that a packet without a name still tells whose it is. */
export class Addresses {
  readonly #ofCase = new Map<string, string>([[LITERAL_ADDRESS.id, LITERAL_ADDRESS.address]])
  readonly #hostOf = new Map<string, string>([
    ...[...listedHosts].map(([host, address]) => [address, host] as const),
    [LITERAL_ADDRESS.address, `${LITERAL_ADDRESS.id}.evil.test`],
  ])

  of(host: string): string {
    const listed = listedHosts.get(host)
    if (listed !== undefined) return listed
    const id = caseOfHost(host)
    return id === undefined ? NOBODYS_ADDRESS : this.ofCase(id)
  }

  ofCase(id: string): string {
    const known = this.#ofCase.get(id)
    if (known !== undefined) return known
    const number = this.#ofCase.size
    const network = HOSTILE_NETWORKS[Math.floor(number / HOSTS_IN_NETWORK)]
    if (network === undefined) throw new Error('there are more cases than addresses')
    const address = `${network}.${(number % HOSTS_IN_NETWORK) + 1}`
    this.#ofCase.set(id, address)
    this.#hostOf.set(address, `${id}.evil.test`)
    return address
  }

  /** The host that has this address, or the address itself. */
  hostAt(address: string): string {
    const plain = address.replace(/^::ffff:/, '')
    return this.#hostOf.get(plain) ?? plain
  }
}
