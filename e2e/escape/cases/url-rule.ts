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

export const urlRuleCases: readonly EscapeCase[] = rows.map(({ address, isGoneTo = false, ...row }) => ({
  ...row,
  category,
  attack: `address ${address.length > 60 ? 'of 15,000 characters' : address}`,
  page: isGoneTo ? script(`location = ${JSON.stringify(address)}`) : tried(address),
  alone: isGoneTo,
}))
