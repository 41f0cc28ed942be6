import type { ErrorCode } from '#shared/errors/guichet-error.ts'

/** The one scheme and host the kiosk page is served under. No other session knows the scheme. */
export const PAGE_SCHEME = 'guichet'
export const PAGE_ORIGIN = 'guichet://kiosk'

const PAGE_ADDRESS = `${PAGE_ORIGIN}/index.html`

/**
 * Where the page is. With a problem it shows, in every language, that this terminal is not set up, and the code; with
 * `CONFIGURATION_MISSING` the screen on which a technician enrols it.
 */
export function pageAddress(problem?: ErrorCode): string {
  return problem === undefined ? PAGE_ADDRESS : `${PAGE_ADDRESS}#problem=${problem}`
}
