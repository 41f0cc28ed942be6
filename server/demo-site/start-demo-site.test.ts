import { compilePolicy } from '#shared/policy/compile-policy.ts'
import { evaluateRequest } from '#shared/policy/evaluate-request.ts'
import type { PolicyRequest } from '#shared/policy/policy-request.ts'
import { parseWebPolicy } from '#shared/policy/web-policy.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OUTSIDE_ADDRESS } from './pages.ts'
import { type DemoSite, startDemoSite } from './start-demo-site.ts'

const seen: string[] = []
let site: DemoSite

beforeAll(async () => {
  site = await startDemoSite({ host: '127.0.0.1', port: 0, onRequest: line => seen.push(line) })
})

afterAll(async () => {
  await site.close()
})

const open = (path: string, init?: RequestInit): Promise<Response> => fetch(new URL(path, site.url), init)
const textOf = async (path: string): Promise<string> => (await open(path)).text()

describe('the stand-in', () => {
  test.each(['/', '/jobs/', '/jobs/nl/', '/jobs/de/welder', '/library/', '/library/en/', '/contact/fr/'])(
    'shows %s under a strict policy of its own',
    async path => {
      const answer = await open(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(await answer.text()).toMatch(/^<!doctype html>\n<html lang="(?:fr|nl|de|en)">/)
    },
  )

  test.each([
    ['nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
    ['pt,de;q=0.5', 'de'],
    ['pt', 'fr'],
    ['', 'fr'],
  ])('speaks to a browser that asks for %s in %s', async (asked, language) => {
    const answer = await open('/jobs/', { headers: { 'accept-language': asked } })
    expect(await answer.text()).toContain(`<html lang="${language}">`)
  })

  test('finds books, and says how many', async () => {
    expect(await textOf('/library/en/search?q=ashdown')).toContain('1 book found')
    expect(await textOf('/library/fr/search?q=nothing+such')).toContain('0 livres trouvés')
    expect(await textOf('/library/nl/search')).toContain('8 boeken gevonden')
  })

  test('shows what was asked for as text', async () => {
    const page = await textOf(`/library/en/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(page).not.toContain('<script')
    expect(page).toContain('&quot;&gt;&lt;script&gt;')
  })

  test('has a picture, a form that posts and a link that leads outside', async () => {
    expect((await open('/assets/valmont.svg')).headers.get('content-type')).toBe('image/svg+xml')
    expect((await open('/assets/style.css')).headers.get('content-type')).toContain('text/css')
    expect(await textOf('/jobs/en/baker')).toContain('<form method="post" action="/contact/en/">')
    expect(await textOf('/jobs/en/')).toContain(`href="${OUTSIDE_ADDRESS}"`)
  })

  test('thanks for a message, where one gets through', async () => {
    const answer = await open('/contact/en/', { method: 'POST', body: new URLSearchParams({ message: 'hello' }) })
    expect(await answer.text()).toContain('Your message has arrived')
    expect(seen).toContain('POST /contact/en/')
  })

  test.each([
    ['/jobs/en/astronaut', 'GET', 404],
    ['/jobs/xx/', 'GET', 404],
    ['/jobs/en/baker/more', 'GET', 404],
    ['/admin', 'GET', 404],
    ['//', 'GET', 404],
    ['/jobs/en/', 'POST', 405],
    ['/jobs/en/', 'DELETE', 405],
  ])('answers %s by %s with %i', async (path, method, status) => {
    expect((await fetch(`${site.url}${path}`, { method })).status).toBe(status)
  })
})

describe('its policy', () => {
  const decide = (request: Omit<PolicyRequest, 'url'>, path: string): string => {
    const decision = evaluateRequest(compilePolicy(site.policy), { ...request, url: `${site.url}${path}` })
    return decision.effect === 'allow' ? decision.ruleId : decision.reason
  }

  test('is valid', () => {
    expect(parseWebPolicy(JSON.stringify(site.policy))).toMatchObject({ ok: true })
  })

  test.each([
    [{}, '/jobs/', 'jobs-pages'],
    [{}, '/jobs/nl/baker', 'jobs-pages'],
    [{}, '/library/', 'library-pages'],
    [{}, '/library/de/search?q=brot', 'library-search'],
    [{ type: 'stylesheet' }, '/assets/style.css', 'jobs-assets'],
    [{ type: 'image' }, '/assets/valmont.svg', 'jobs-assets'],
    [{}, '/contact/fr/', 'denied-by-entry'],
    [
      { method: 'POST', contentType: 'application/x-www-form-urlencoded', body: 'message=a' },
      '/contact/fr/',
      'denied-by-entry',
    ],
    [{ method: 'POST', body: '' }, '/jobs/nl/', 'method-not-listed'],
    [{}, '/jobs/nl/baker?note=hello', 'query-not-listed'],
    [{}, '/library/de/search?q=a%40b.example', 'contact-details'],
    [{}, '/', 'path-not-listed'],
    [{ type: 'script' }, '/assets/style.css', 'type-not-listed'],
  ])('says of %j to %s: %s', (request, path, expected) => {
    expect(decide(request, path)).toBe(expected)
  })

  test('does not list the way outside', () => {
    expect(evaluateRequest(compilePolicy(site.policy), { url: OUTSIDE_ADDRESS }).effect).toBe('deny')
  })
})

test('a port that is taken is an error', async () => {
  const port = Number(new URL(site.url).port)
  await expect(startDemoSite({ host: '127.0.0.1', port })).rejects.toThrow(/EADDRINUSE/)
})
