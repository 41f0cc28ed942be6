import type { Rule } from './rule-schema.ts'
import type { WebPolicy } from './web-policy.ts'

/** Features no site needs to be read. A name a browser does not know costs nothing. */
const deniedFeatures = [
  'accelerometer', 'ambient-light-sensor', 'attribution-reporting', 'autoplay', 'bluetooth', 'browsing-topics',
  'camera', 'captured-surface-control', 'clipboard-read', 'clipboard-write', 'compute-pressure', 'display-capture',
  'document-domain', 'encrypted-media', 'fullscreen', 'gamepad', 'geolocation', 'gyroscope', 'hid',
  'identity-credentials-get', 'idle-detection', 'interest-cohort', 'join-ad-interest-group', 'keyboard-map',
  'local-fonts', 'magnetometer', 'microphone', 'midi', 'otp-credentials', 'payment', 'picture-in-picture',
  'private-state-token-issuance', 'publickey-credentials-create', 'publickey-credentials-get', 'run-ad-auction',
  'screen-wake-lock', 'serial', 'shared-storage', 'speaker-selection', 'storage-access', 'sync-xhr', 'usb',
  'web-share', 'window-management', 'xr-spatial-tracking',
] // prettier-ignore

/** The `Permissions-Policy` every answer carries. */
export const permissionsPolicy = deniedFeatures.map(feature => `${feature}=()`).join(', ')

/**
 * The `Content-Security-Policy` every answer carries, beside the site's own, for a visit to one site.
 *
 *  - The sandbox leaves out modals (printing), downloads, pointer lock and presentations.
 *  - `connect-src` is what closes sockets and transports that pass by a session's listeners; it is put on scripts as well,
 *    because a worker goes by the policy its own script came with.
 *  - Hosts are those of rules that pages of this site may cause requests under.
 */
export function pagePolicyFor(policy: WebPolicy, siteId: string): string {
  const rules = policy.sites.flatMap(site => site.rules.filter(rule => (rule.initiators ?? [site.id]).includes(siteId)))
  const sources = (...types: NonNullable<Rule['types']>): string => sourceList(rules, types)
  return [
    'sandbox allow-scripts allow-same-origin allow-forms allow-popups',
    `connect-src ${sources('xhr')}`,
    `frame-src ${sources('subFrame')}`,
    `form-action ${sources('mainFrame', 'subFrame')}`,
    "worker-src 'self'",
    "object-src 'none'",
    "manifest-src 'none'",
    "base-uri 'self'",
  ].join('; ')
}

function sourceList(rules: readonly Rule[], types: NonNullable<Rule['types']>): string {
  const granting = rules.filter(
    rule => rule.types === undefined || types.some(type => rule.types?.includes(type) === true),
  )
  const sources = new Set(granting.flatMap(sourcesOf))
  return sources.size === 0 ? "'none'" : [...sources].join(' ')
}

function sourcesOf({ hosts, schemes = ['https'], ports = [] }: Rule): string[] {
  return schemes.flatMap(scheme =>
    hosts.flatMap(host =>
      ports.length === 0 ? [`${scheme}://${host}`] : ports.map(port => `${scheme}://${host}:${port}`),
    ),
  )
}
