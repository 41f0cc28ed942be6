import { parse } from 'tldts'
import { isSharedDomain } from '#shared/policy/shared-hosting.ts'

const options = { allowPrivateDomains: true }

/** Whether strangers register names directly below this domain: a public suffix, or a provider of web space. */
export function isOpenToStrangers(domain: string): boolean {
  if (isSharedDomain(domain)) return true
  const { publicSuffix, isIcann, isPrivate, isIp } = parse(domain, options)
  return isIp !== true && publicSuffix === domain && (isIcann === true || isPrivate === true)
}

/** The provider a host is rented from, as `cloudfront.net` of `d111.cloudfront.net`; `undefined` for a name of its own. */
export function providerOf(host: string): string | undefined {
  const { publicSuffix, isPrivate } = parse(host, options)
  if (isPrivate === true && publicSuffix !== null) return publicSuffix
  const labels = host.split('.')
  return labels.map((_label, at) => labels.slice(at + 1).join('.')).find(isSharedDomain)
}

/** The name somebody registered, as `vdab.be` of `www.vdab.be`; the host itself where there is none. */
export function registeredName(host: string): string {
  return parse(host, options).domain ?? host
}
