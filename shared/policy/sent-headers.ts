import type { DenyReason } from './deny-reasons.ts'
import { isMethodOverride } from './request-methods.ts'

export type SentHeaders = Readonly<Record<string, string>>

/** The value of a header, whatever the case of its name; `undefined` also where it is written twice. */
export function headerOf(headers: SentHeaders, name: string): string | undefined {
  const found = Object.keys(headers).filter(key => key.toLowerCase() === name)
  return found.length === 1 && found[0] !== undefined ? headers[found[0]] : undefined
}

/** Of a worker's script, of what is fetched ahead, of a change of protocol. */
const refusedNames: ReadonlySet<string> = new Set(['purpose', 'sec-purpose', 'service-worker', 'upgrade', 'x-moz'])

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
  const isOfWorker = workerDestinations.has(headerOf(headers, 'sec-fetch-dest') ?? '')
  if (isOfWorker || names.some(name => refusedNames.has(name))) return 'header-not-allowed'
  return names.some(isMethodOverride) ? 'method-override' : undefined
}
