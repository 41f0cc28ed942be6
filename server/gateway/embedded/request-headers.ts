import { languages } from '#shared/contracts/languages.ts'
import type { SentHeaders } from '#shared/policy/sent-headers.ts'
import { codings } from './bound-answer.ts'
import type { ExchangeFacts } from './exchange-facts.ts'

// A script may write most headers of its own requests, and every one of them reaches the site. So what goes out is not
// what came without something, but a list, and each value is made here or is one of few.

const mediaTypes: ReadonlySet<string> = new Set([
  '*/*',
  'application/json',
  'application/ld+json',
  'application/xhtml+xml',
  'application/xml',
  'audio/*',
  'font/*',
  'image/*',
  'image/apng',
  'image/avif',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/svg+xml',
  'image/webp',
  'text/css',
  'text/html',
  'text/javascript',
  'text/plain',
  'text/xml',
  'video/*',
])
const languageTags: ReadonlySet<string> = new Set(languages)
const DEFAULT_BROWSER_VERSION = '130'
/** In bytes. What a site needs to know a visit again; more is a letter. */
const MAX_COOKIE_LENGTH = 4096

/** Headers a script may name in a preflight: those that go out at all. */
const simpleNames: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-type', 'x-requested-with'])
const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])

type Writer = (value: string, facts: ExchangeFacts) => string | undefined

const writers: Readonly<Record<string, Writer>> = {
  accept: value => listOf(value, item => mediaTypes.has(item)) ?? '*/*',
  'accept-language': value => listOf(value, item => languageTags.has(item.split('-')[0] ?? '') && isTag(item)),
  'user-agent': browser,
  cookie: value => (value.length <= MAX_COOKIE_LENGTH && /^[\x20-\x7e]+$/.test(value) ? value : undefined),
  'content-type': (value, { contentLength }) => (contentLength === undefined ? undefined : value),
  origin: value => (value === 'null' ? value : originOf(value)),
  referer: value => {
    const origin = originOf(value)
    return origin === undefined ? undefined : `${origin}/`
  },
  range: (value, { type }) => (type === 'media' && /^bytes=\d{1,12}-(?:\d{1,12})?$/.test(value) ? value : undefined),
  'x-requested-with': value => (value === 'XMLHttpRequest' ? value : undefined),
  'access-control-request-method': value => (methods.has(value) ? value : undefined),
  'access-control-request-headers': value => listOf(value, item => simpleNames.has(item)),
}

/** Every header, `Host` and lengths apart, that a granted request can go out with. */
export const outgoingNames: readonly string[] = [...Object.keys(writers), 'accept-encoding']

/** The headers a granted request goes out with, `Host` and lengths apart. */
export function outgoingHeaders(facts: ExchangeFacts): SentHeaders {
  const written = Object.entries(writers).flatMap(([name, write]) => {
    const value = facts.headers[name]
    const kept = value === undefined ? undefined : write(value, facts)
    return kept === undefined ? [] : [[name, kept] as const]
  })
  return {
    accept: '*/*',
    'user-agent': browser(''),
    ...Object.fromEntries(written),
    'accept-encoding': facts.type === 'media' ? 'identity' : codings,
  }
}

/** The known items of a list in the order they came, each at most once, each weight to one decimal. */
function listOf(value: string, isKnown: (item: string) => boolean): string | undefined {
  const seen = new Set<string>()
  const kept = value.split(',').flatMap(part => {
    const [item = '', weight] = part.split(';').map(piece => piece.trim())
    const name = item.toLowerCase()
    if (!isKnown(name) || seen.has(name)) return []
    seen.add(name)
    const q = /^q=(0\.\d|1)/.exec(weight ?? '')?.[1]
    return [q === undefined ? name : `${name};q=${q}`]
  })
  return kept.length === 0 ? undefined : kept.join(', ')
}

function isTag(item: string): boolean {
  return /^[a-z]{2}(?:-[a-z]{2})?$/.test(item)
}

/** The browser as every terminal of that version is: nothing in it tells one from the next. */
function browser(value: string): string {
  const version = /\bChrome\/(\d{2,3})\./.exec(value)?.[1] ?? DEFAULT_BROWSER_VERSION
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`
}

function originOf(value: string): string | undefined {
  try {
    const { origin, protocol } = new URL(value)
    return protocol === 'https:' || protocol === 'http:' ? origin : undefined
  } catch {
    return undefined
  }
}
