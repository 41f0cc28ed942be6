import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { WebHandlers } from './channel-handlers.ts'

/** A terminal without a web gate has no sites. */
export function createClosedWeb(): WebHandlers {
  return {
    'web:sites': async () => ({ sites: [] }),
    'web:open': () => Promise.reject(new GuichetError('WEB_SITE_UNKNOWN', 'there are no sites')),
    'web:place': async () => ({}),
    'web:go': async () => ({}),
    'web:close': async () => ({}),
  }
}
