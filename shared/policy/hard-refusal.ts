import { holdsContactDetails } from './contact/contact-details.ts'
import type { DenyReason } from './deny-reasons.ts'
import { isGraphqlText } from './graphql-text.ts'
import type { NamedValue } from './named-values.ts'
import type { ReadRequest } from './read-request.ts'
import { isMethodOverride } from './request-methods.ts'

/**
 * Says why a request may not go out whatever a rule says, or `undefined` where nothing but the rules stands against it.
 * Looks at every name and value of the query and of the body, because a page may put either anywhere.
 */
export function hardRefusal(request: ReadRequest): DenyReason | undefined {
  if (!request.hasReadableQuery) return 'query-unreadable'
  return refusalOf(request.query) ?? refusalOf(request.body?.fields ?? [])
}

function refusalOf(given: readonly NamedValue[]): DenyReason | undefined {
  for (const { name, value } of given) {
    if (isMethodOverride(name)) return 'method-override'
    if (isGraphqlText(value) || isGraphqlText(name)) return 'graphql-not-granted'
    if (holdsContactDetails(value) || holdsContactDetails(name)) return 'contact-details'
  }
  return undefined
}
