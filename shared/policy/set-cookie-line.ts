import { isSharedDomain } from './shared-hosting.ts'

/** A cookie as an answer gives it. */
export interface GivenCookie {
  /** Word for word as a `Cookie` header will show it: `name=value`, or the value of a cookie without a name. */
  readonly pair: string
  /** Where it is shown: a host, or a domain after a dot for that domain and everything below. */
  readonly scope: string
}

/** Printable, because nothing else goes out. */
const printable = /^[\x20-\x7e]+$/

/**
 * Reads a line of `Set-Cookie` as a browser does; `undefined` where no browser would keep it.
 *
 * What it says of paths and of time is not read: a cookie that is shown elsewhere on its host, or too late, still says
 * nothing that the site did not.
 */
export function readSetCookie(host: string, line: string): GivenCookie | undefined {
  const [first = '', ...attributes] = line.split(';')
  const pair = plainPair(first)
  const scope = scopeOf(host, attributes)
  return pair === undefined || scope === undefined ? undefined : { pair, scope }
}

/** The name in a pair; empty where there is none. */
export function nameIn(pair: string): string {
  return pair.slice(0, Math.max(pair.indexOf('='), 0))
}

/** Every scope a host is in, its own first. */
export function scopesOf(host: string): string[] {
  const scopes = [host, `.${host}`]
  if (isAddress(host)) return scopes
  for (let at = host.indexOf('.'); at >= 0; at = host.indexOf('.', at + 1)) scopes.push(host.slice(at))
  return scopes
}

function plainPair(text: string): string | undefined {
  const at = text.indexOf('=')
  const [name, value] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()]
  const pair = name === '' ? value : `${name}=${value}`
  return printable.test(pair) ? pair : undefined
}

function scopeOf(host: string, attributes: readonly string[]): string | undefined {
  const [, told = ''] = attributes.map(readAttribute).findLast(([name]) => name === 'domain') ?? []
  const domain = told.replace(/^\./, '').toLowerCase()
  if (domain === '') return host
  const isWide = !isAddress(host) && domain.includes('.') && !isSharedDomain(domain)
  if (domain === host) return isWide ? `.${domain}` : host
  return isWide && host.endsWith(`.${domain}`) ? `.${domain}` : undefined
}

function readAttribute(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=')
  return at < 0 ? [text.trim().toLowerCase(), ''] : [text.slice(0, at).trim().toLowerCase(), text.slice(at + 1).trim()]
}

/** An address of numbers has nothing below it. */
function isAddress(host: string): boolean {
  return host.startsWith('[') || /^[\d.]+$/.test(host)
}
