import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CanonicalAddress, canonicaliseAddress, MAX_ADDRESS_LENGTH } from './canonical-address.ts'

/** The address as plain data: the path of one may only be cut when it is asked for. */
function partsOf({ scheme, host, port, hasDefaultPort, path, query, href }: CanonicalAddress): CanonicalAddress {
  return { scheme, host, port, hasDefaultPort, path, query, href }
}

function hrefOf(text: string): string | undefined {
  const reading = canonicaliseAddress(text)
  return reading.ok ? reading.address.href : undefined
}

describe('two spellings of one address', () => {
  test.each([
    ['capital letters in the host', 'https://WWW.Jobs.EXAMPLE/'],
    ['the default port', 'https://www.jobs.example:443/'],
    ['no slash', 'https://www.jobs.example'],
    ['one slash after the scheme', 'https:/www.jobs.example/'],
    ['backslashes', 'https:\\\\www.jobs.example\\'],
    ['an encoded dot in the host', 'https://www%2Ejobs.example/'],
    ['an ideographic full stop', 'https://www。jobs.example/'],
    ['full-width letters', 'https://ｗｗｗ.jobs.example/'],
    ['a soft hyphen', 'https://www.jo\u00ADbs.example/'],
    ['a zero-width space', 'https://www.jobs\u200B.example/'],
    ['white space around', ' https://www.jobs.example/\n'],
    ['a tab inside', 'https://www.jo\tbs.example/'],
    ['a fragment', 'https://www.jobs.example/#/admin'],
    ['parent segments', 'https://www.jobs.example/a/../b/%2e%2e/'],
  ])('reads %s alike', (_name, text) => {
    expect(hrefOf(text)).toBe('https://www.jobs.example/')
  })

  test.each([
    ['hexadecimal', 'http://0x7f.1/'],
    ['one number', 'http://2130706433/'],
    ['octal', 'http://017700000001/'],
    ['two parts', 'http://127.1/'],
    ['circled digits', 'http://①②⑦.⓪.⓪.①/'],
  ])('reads an address literal in %s as the one it is', (_name, text) => {
    expect(hrefOf(text)).toBe('http://127.0.0.1/')
  })
})

describe('the parts', () => {
  test.each([
    ['a listed letter encoded', 'https://a.example/%6aobs/x', ['jobs', 'x']],
    ['a trailing slash', 'https://a.example/jobs/', ['jobs', '']],
    ['the root', 'https://a.example/', ['']],
    ['letters beyond ASCII', 'https://a.example/métier', ['métier']],
    ['a space', 'https://a.example/a%20b', ['a b']],
  ])('of a path with %s', (_name, text, path) => {
    expect(canonicaliseAddress(text)).toMatchObject({ ok: true, address: { path } })
  })

  test('of a backslash trick show the host a browser would go to', () => {
    expect(canonicaliseAddress('https://evil.example\\.jobs.example/')).toMatchObject({
      address: { host: 'evil.example' },
    })
  })

  test('of another port', () => {
    expect(canonicaliseAddress('http://a.example:8080/?x=1#y')).toMatchObject({
      address: { scheme: 'http', port: 8080, hasDefaultPort: false, query: 'x=1', href: 'http://a.example:8080/?x=1' },
    })
  })

  test('of the default port of another scheme are not default', () => {
    expect(canonicaliseAddress('http://a.example:443/')).toMatchObject({
      address: { port: 443, hasDefaultPort: false },
    })
  })
})

describe('refuses', () => {
  test.each([
    ['nothing', '', 'address-unreadable'],
    ['a host alone', 'www.jobs.example', 'address-unreadable'],
    ['an address without a scheme', '//www.jobs.example/', 'address-unreadable'],
    ['a port that is none', 'https://a.example:65536/', 'address-unreadable'],
    ['a NUL in the host', 'https://a.example%00.evil.example/', 'address-unreadable'],
    ['an encoded slash in the host', 'https://a.example%2f.evil.example/', 'address-unreadable'],
    ['a zone in an address literal', 'http://[fe80::1%25eth0]/', 'address-unreadable'],
    ['a broken xn-- label', 'https://xn--a.example/', 'address-unreadable'],
    ['a script', 'javascript:alert(1)', 'scheme-not-web'],
    ['a file', 'file:///etc/passwd', 'scheme-not-web'],
    ['data', 'data:text/html,x', 'scheme-not-web'],
    ['a blob', 'blob:https://a.example/1', 'scheme-not-web'],
    ['a socket', 'wss://a.example/', 'scheme-not-web'],
    ['mail', 'mailto:a@b.example', 'scheme-not-web'],
    ['the kiosk itself', 'guichet://kiosk/', 'scheme-not-web'],
    ['an empty page', 'about:blank', 'scheme-not-web'],
    ['a source view', 'view-source:https://a.example/', 'scheme-not-web'],
    ['a user name', 'https://www.jobs.example@evil.example/', 'user-info'],
    ['a password', 'https://:x@a.example/', 'user-info'],
    ['a trailing dot', 'https://a.example./', 'host-not-canonical'],
    ['two trailing dots', 'https://a.example../', 'host-not-canonical'],
    ['an empty label', 'https://a..example/', 'host-not-canonical'],
    ['a host longer than DNS has', `https://${'a'.repeat(63)}.${'b.'.repeat(100)}example/`, 'host-not-canonical'],
    ['an encoded slash', 'https://a.example/jobs/..%2fcontact', 'path-encoded-separator'],
    ['an encoded backslash', 'https://a.example/jobs%5c..%5ccontact', 'path-encoded-separator'],
    ['an encoded question mark', 'https://a.example/jobs%3f/contact', 'path-encoded-separator'],
    ['an encoded hash', 'https://a.example/jobs%23/contact', 'path-encoded-separator'],
    ['an encoded per cent sign', 'https://a.example/jobs/%252e%252e/contact', 'path-encoded-separator'],
    ['an encoded semicolon', 'https://a.example/jobs%3Bx=1', 'path-encoded-separator'],
    ['full-width dots', 'https://a.example/jobs/．．/contact', 'path-encoded-separator'],
    ['a full-width slash', 'https://a.example/jobs／..／contact', 'path-encoded-separator'],
    ['a NUL', 'https://a.example/jobs%00.html', 'path-undecodable'],
    ['a line break', 'https://a.example/jobs%0d%0aX-A:1', 'path-undecodable'],
    ['a delete character', 'https://a.example/%7f', 'path-undecodable'],
    ['a right-to-left override', 'https://a.example/%E2%80%AEgpj', 'path-undecodable'],
    ['overlong UTF-8', 'https://a.example/%c0%ae%c0%ae/x', 'path-undecodable'],
    ['a stray per cent sign', 'https://a.example/100%', 'path-undecodable'],
    ['a matrix parameter', 'https://a.example/jobs;v=1/x', 'path-odd-segment'],
    ['an empty segment', 'https://a.example//contact', 'path-odd-segment'],
    ['an empty segment inside', 'https://a.example/jobs//contact', 'path-odd-segment'],
  ])('%s', (_name, text, reason) => {
    expect(canonicaliseAddress(text)).toEqual({ ok: false, reason })
  })

  test('an address longer than anybody needs', () => {
    const start = 'https://a.example/'
    const longest = start + 'a'.repeat(MAX_ADDRESS_LENGTH - start.length)
    expect(canonicaliseAddress(longest).ok).toBe(true)
    expect(canonicaliseAddress(`${longest}a`)).toEqual({ ok: false, reason: 'address-too-long' })
  })

  test('an address that grows too long when it is encoded', () => {
    expect(canonicaliseAddress(`https://a.example/${'é'.repeat(1000)}`)).toEqual({
      ok: false,
      reason: 'address-too-long',
    })
  })
})

describe('properties', () => {
  const messy = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .array(
        fc.constantFrom('https:', '/', '\\', '@', 'a.example', '.', '..', '%2e', '%2f', '?', '#', ';', ':', '%', 'é'),
      )
      .map(parts => parts.join('')),
  )

  test('never throws, and a canonical address is canonical', () => {
    fc.assert(
      fc.property(messy, text => {
        const reading = canonicaliseAddress(text)
        if (!reading.ok) return
        const again = canonicaliseAddress(reading.address.href)
        expect(again.ok && partsOf(again.address)).toEqual(partsOf(reading.address))
        expect(new URL(text).host).toBe(new URL(reading.address.href).host)
      }),
      { numRuns: 2000 },
    )
  })

  test('a path that is read holds no separator, no parent and no empty segment but the last', () => {
    fc.assert(
      fc.property(messy, text => {
        const reading = canonicaliseAddress(text)
        if (!reading.ok) return
        const { path } = reading.address
        expect(path.every(segment => !/[/\\?#;\0]/.test(segment) && segment !== '.' && segment !== '..')).toBe(true)
        expect(path.slice(0, -1)).not.toContain('')
      }),
      { numRuns: 2000 },
    )
  })
})
