import { reached } from '../run/evidence.ts'
import type { EscapeCase } from './escape-case.ts'
import { attempts, script } from './page-script.ts'

const category = 'url-rule'

/** An address that is read, framed and shown as a picture. */
function tried(address: string): string {
  const text = JSON.stringify(address)
  return attempts(
    `await fetch(${text}, { mode: 'no-cors' })`,
    `new Image().src = ${text}`,
    `const frame = document.createElement('iframe'); frame.src = ${text}; document.body.append(frame)`,
  )
}

interface Row {
  readonly id: string
  readonly address: string
  readonly fired?: NonNullable<EscapeCase['fired']>
  readonly inert?: string
  /** Only where a page goes to is told with user information. */
  readonly isGoneTo?: boolean
}

const asked =
  (path: RegExp): NonNullable<EscapeCase['fired']> =>
  evidence =>
    reached(evidence, path)
const mixedContent = 'Chromium lets no https page ask over http'

const rows: readonly Row[] = [
  { id: 'URL-01', address: 'https://good.test@url-01.evil.test/', isGoneTo: true },
  { id: 'URL-03', address: 'https://url-03.evil.test\\.good.test/' },
  { id: 'URL-07', address: 'https://good.test./contact/url-07', fired: asked(/\/contact\/url-07/) },
  { id: 'URL-09', address: 'https://good.test:8443/jobs/url-09', fired: asked(/\/jobs\/url-09/) },
  { id: 'URL-11', address: 'http://good.test:443/url-11', inert: mixedContent },
  { id: 'URL-13', address: 'https://xn--gd-jbba.test/url-13', fired: asked(/url-13/) },
  { id: 'URL-17', address: 'https://good.test%2f.url-17.evil.test/', inert: 'no browser reads it as an address' },
  { id: 'URL-21', address: 'https://good.test.url-21.evil.test/' },
  { id: 'URL-23', address: 'https://a.b.good.test/jobs/url-23', fired: asked(/url-23/) },
  { id: 'URL-25', address: 'http://[::ffff:93.184.219.5]/url-25', fired: asked(/\/url-25/), isGoneTo: true },
  { id: 'URL-27', address: '/jobs/../contact/url-27', fired: asked(/^GET \/contact\/url-27/) },
  { id: 'X-DOTS', address: '/jobs/%2e%2e/contact/x-dots', fired: asked(/^GET \/contact\/x-dots/) },
  { id: 'URL-29', address: 'https://good.test//contact/url-29', fired: asked(/url-29/) },
  { id: 'URL-33', address: '/jobs%3f/contact/url-33', fired: asked(/contact\/url-33/) },
  { id: 'URL-35', address: '/jobs/%252e%252e/contact/url-35', fired: asked(/contact\/url-35/) },
  { id: 'URL-37', address: 'https://good.test?@url-37.evil.test/', fired: asked(/^GET \/\?@/) },
  { id: 'URL-39', address: `/jobs/url-39${'a'.repeat(15_000)}`, fired: asked(/^GET \/jobs\/url-39/) },
]

/** Where an odd address may lead on an approved site: below what is approved, decoded or not. */
const APPROVED = /^GET \/(?:jobs|atk)(?:[/?]|$)/

/**
 * Addresses of the approved site with the case's own host and forbidden folder worked in: whatever reads one of them other
 * than who loads it does, lets it out. The same ones every time.
 */
const ODD_ADDRESSES = String.raw`
  let state = 41
  const pick = list => list[(state = (state * 16807) % 2147483647) % list.length]
  const schemes = ['https://', 'https:/', 'https:', 'https:\\\\', 'HTTPS://', ' https://', 'ht\ttps://', '//', '/\\', '\\/']
  const users = ['', '', '', 'url-41.evil.test@', 'good.test@', 'good.test:443@', '%67ood.test%40', '@']
  const hosts = ['good.test', 'good.test', 'GOOD.test', 'g\u00adood.test', 'good\uff0etest', '%67ood.test', 'good.test.', 'good.test\\',
    'url-41.evil.test', 'URL-41.evil.test', 'good.test.url-41.evil.test', 'url-41.evil.test#.good.test', 'good.test\\.url-41.evil.test',
    'good.test%2eurl-41.evil.test', 'good.test\u3002url-41.evil.test', 'good.test%00.url-41.evil.test', 'good.test#@url-41.evil.test']
  const ports = ['', '', ':443', ':0443', ':8443', ':80', ':']
  const paths = ['/jobs/', '/contact/', '/jobs/../contact/', '/jobs/%2e%2e/contact/', '/jobs/.%2E/contact/', '/jobs\\..\\contact/',
    '/jobs/..%2fcontact/', '/jobs/..%5ccontact/', '/jobs/%252e%252e/contact/', '/jobs/;/../contact/', '//contact/', '/.//contact/',
    '/jobs/..;/contact/', '/j\nobs/..\t/contact/', '/%6aobs/../%63ontact/', '/jobs%2f..%2f..%2fcontact/', '/jobs/%ef%bc%8e%ef%bc%8e/contact/']
  const ends = ['url-41', 'url-41?page=2', 'url-41?q=a&q=b', 'url-41#/jobs/', '?url-41', 'url-41%3fpage=2', 'url-41;page=2']
  const odd = () => [schemes, users, hosts, ports, paths, ends].map(pick).join('')`

const oddAddresses: EscapeCase = {
  id: 'URL-41',
  category,
  attack: '400 odd spellings of addresses',
  alone: true,
  page: attempts(`${ODD_ADDRESSES}
    for (let left = 400; left > 0; left--) {
      const address = odd()
      try { fetch(address, { mode: 'no-cors' }).catch(() => 0) } catch {}
    }
    const frame = document.createElement('iframe')
    document.body.append(frame)
    for (let left = 20; left > 0; left--) { frame.src = odd(); await new Promise(done => setTimeout(done, 10)) }`),
  fired: ({ outside, elsewhere }) =>
    outside.length > 0 || elsewhere.some(({ sink, detail }) => sink === 'http' && !APPROVED.test(detail)),
}

const rowCases: readonly EscapeCase[] = rows.map(({ address, isGoneTo = false, ...row }) => ({
  ...row,
  category,
  attack: `address ${address.length > 60 ? 'of 15,000 characters' : address}`,
  page: isGoneTo ? script(`location = ${JSON.stringify(address)}`) : tried(address),
  alone: isGoneTo,
}))

export const urlRuleCases: readonly EscapeCase[] = [...rowCases, oddAddresses]
