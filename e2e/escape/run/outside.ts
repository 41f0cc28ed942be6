import type { EscapeCase } from '../cases/escape-case.ts'
import { Addresses, listedHosts, LITERAL_ADDRESS } from '../namespace/addresses.ts'
import { Arrivals } from '../sinks/arrivals.ts'
import { type Authority, createAuthority, Issuer } from '../sinks/certificates.ts'
import { DatagramSinks } from '../sinks/datagram-sinks.ts'
import { StreamSinks } from '../sinks/stream-sinks.ts'
import { createWeb } from './web.ts'

/** Everything that is outside the terminal: names, sites and sinks. One for each column, so that none sees another's. */
export interface Outside {
  readonly authority: Authority
  readonly addresses: Addresses
  readonly arrivals: Arrivals
  readonly answer: ReturnType<typeof createWeb>
  readonly close: () => void
}

export async function openOutside(cases: readonly EscapeCase[]): Promise<Outside> {
  const addresses = new Addresses()
  const arrivals = new Arrivals()
  const authority = await createAuthority()
  const datagrams = await DatagramSinks.open(addresses, arrivals)
  for (const address of [...listedHosts.values(), LITERAL_ADDRESS.address]) await datagrams.watch(address)
  const answer = createWeb(cases, arrivals)
  const streams = await StreamSinks.open({ addresses, arrivals, issuer: new Issuer(authority), answer })
  return {
    authority,
    addresses,
    arrivals,
    answer,
    close: () => {
      datagrams.close()
      streams.close()
    },
  }
}
