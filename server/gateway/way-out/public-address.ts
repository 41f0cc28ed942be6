import { BlockList, isIP } from 'node:net'

// A listed name is answered for by whoever owns it, and may be answered with an address of the prison itself. Names are
// therefore trusted for what is public, and for nothing inside.

const ranges4 = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // behind a carrier
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, and what clouds tell about themselves
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
] as const

/** What is not public inside 2000::/3. All else outside it is not public either: mapped, NAT64, unique-local, link-local. */
const ranges6 = [
  ['2001::', 23], // Teredo and other protocol assignments
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: an IPv4 address of anybody's choice inside
  ['3fff::', 20], // documentation
] as const

const notPublic = new BlockList()
for (const [network, prefix] of ranges4) notPublic.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of ranges6) notPublic.addSubnet(network, prefix, 'ipv6')

const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')

/** `::/3` without `::ffff:0:0/96`, as which Squid holds every IPv4 address. */
const lowNetworks = [
  '::/96 1::/16 2::/15 4::/14 8::/13 10::/12 20::/11 40::/10 80::/9',
  '100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/2 8000::/1',
].flatMap(line => line.split(' '))

/** The same in CIDR, for an engine that can only list networks. */
export const notPublicNetworks: readonly string[] = [...ranges4, ...ranges6]
  .map(([network, prefix]) => `${network}/${prefix}`)
  .concat(lowNetworks)

/**
 * Whether `address` is one of the open internet: not private, loopback, link-local, carrier-internal, multicast, reserved,
 * and no form that carries another address inside. What is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !notPublic.check(address, 'ipv4')
  // A zone names an interface of this machine.
  if (family !== 6 || address.includes('%')) return false
  return globalUnicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}
