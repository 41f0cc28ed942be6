import type { DenyReason } from './deny-reasons.ts'
import { isMethodOverride } from './request-methods.ts'

export type SentHeaders = Readonly<Record<string, string>>

/** The value of a header, whatever the case of its name; `undefined` also where it is written twice. */
export function headerOf(headers: SentHeaders, name: string): string | undefined {
  const found = Object.entries(headers).filter(([key]) => key.toLowerCase() === name)
  return found.length === 1 ? found[0]?.[1] : undefined
}

const workerDestinations: ReadonlySet<string> = new Set(['serviceworker', 'sharedworker'])

/**
 * Says why a request may not go out with these headers, or `undefined` where it may.
 *
 *  - No script of a service or shared worker: their sockets pass by every listener a session has (electron#47857).
 *  - Nothing that asks a server for another method than the one that was judged.
 *  - Nothing fetched before it is asked for: a prefetch carries a message as well as a click.
 *  - No change to another protocol.
 */
export function sentHeaderRefusal(headers: SentHeaders): DenyReason | undefined {
  const names = Object.keys(headers).map(name => name.toLowerCase())
  const isWorker = names.includes('service-worker') || workerDestinations.has(headerOf(headers, 'sec-fetch-dest') ?? '')
  const isAhead = names.some(name => name === 'sec-purpose' || name === 'purpose' || name === 'x-moz')
  if (isWorker || isAhead || names.includes('upgrade')) return 'header-not-allowed'
  return names.some(isMethodOverride) ? 'method-override' : undefined
}
