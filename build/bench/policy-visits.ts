import type { WebPolicy } from '#shared/policy/web-policy.ts'

/** What the listed sites are asked for, and by pages of which site. Both policies grant these types. */
export const grantedTypes = ['subFrame', 'stylesheet', 'script', 'image', 'font'] as const

/** Listed sites the recorded requests go to, and strangers among them. */
const VISITED = 100
const STRANGERS = 50

const hostOf = (number: number): string => `site${number}-prison.example`

/** The hosts of an allowlist of `count` rules, one rule a host and everything below it. */
export function listedHosts(count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => hostOf(number))
}

/** That allowlist in our language: any path and query, over https, caused by pages of the same site. */
export function policyOf(count: number): WebPolicy {
  return {
    version: 1,
    sites: listedHosts(count).map((host, number) => ({
      id: `site-${number}`,
      name: { en: host },
      start: `https://${host}/`,
      rules: [{ id: `rule-${number}`, hosts: [host, `*.${host}`], types: [...grantedTypes] }],
    })),
  }
}

/**
 * Ten thousand requests such as pages make, the same in every run: three in five to the page's own site or below it, the
 * others of a type that is not granted, caused by another site's page, in clear text, or to a host nobody listed. As text,
 * the way a record is kept: what is put together from pieces is slow to read the first times.
 */
export function recordedRequests(): string {
  const next = sequence(20_141_209)
  const requests = Array.from({ length: 10_000 }, () => {
    const kind = next(10)
    const own = hostOf(next(VISITED))
    const host = kind === 9 ? `tracker${next(STRANGERS)}.example` : `${prefixes[next(prefixes.length)] ?? ''}${own}`
    const initiator = kind === 8 ? hostOf(next(VISITED)) : own
    const type = kind === 7 ? 'xhr' : (grantedTypes[next(grantedTypes.length)] ?? 'image')
    const path = `/${folders[next(folders.length)] ?? ''}/${next(100_000).toString(36)}/${files[next(files.length)] ?? ''}`
    const query = queries[next(queries.length)] ?? ''
    return { url: `http${kind === 6 ? '' : 's'}://${host}${path}${query}`, type, initiator: `https://${initiator}/` }
  })
  return JSON.stringify(requests)
}

const prefixes = ['', 'www.', 'static.', 'img.cdn.']
const folders = ['assets', 'static/js', 'media/2026/03', 'nl/jobs/offers', 'dist/build/chunks']
const files = ['main.css', 'app.3f2504e0.js', 'logo@2x.png', 'font.woff2', 'index.html', 'photo-large.webp']
const queries = ['', '', '', '?v=1.2.3', '?id=1234567&size=large', '?t=1700000000000', '?q=lasser%20gent&page=2']

/** Whole numbers below a bound, the same each time for the same seed (Lehmer, MINSTD). */
function sequence(seed: number): (bound: number) => number {
  let state = seed
  return bound => {
    state = (state * 48_271) % 2_147_483_647
    return state % bound
  }
}
