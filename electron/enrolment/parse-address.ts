import { GuichetError } from '#shared/errors/guichet-error.ts'

/** Where a prison server listens unless it says otherwise. */
const USUAL_PORT = 7443
const HTTPS_PORT = '443'

/**
 * The origin a technician means: `10.0.0.5`, `guichet.prison.local:8443`, `[fd00::5]:7443`, with `https://` before it or not.
 *
 * Throws `ENROLMENT_ADDRESS_INVALID` for what is no host: a path, a user, another scheme.
 */
export function parseAddress(typed: string): URL {
  const text = typed
    .trim()
    .replace(/^https:\/\//i, '')
    .replace(/\/$/, '')
  const [, host, port = String(USUAL_PORT)] = /^(\[[0-9a-f:.]+\]|[0-9a-z.-]+)(?::([0-9]{1,5}))?$/i.exec(text) ?? []
  const address = `https://${host ?? ''}:${port}`
  if (host === undefined || !URL.canParse(address) || Number(port) === 0) {
    throw new GuichetError('ENROLMENT_ADDRESS_INVALID', 'that is no address of a server')
  }
  return new URL(new URL(address).origin)
}

/** As a person writes it: the port always with it. */
export function writeAddress({ hostname, port }: URL): string {
  return `${hostname}:${port === '' ? HTTPS_PORT : port}`
}
