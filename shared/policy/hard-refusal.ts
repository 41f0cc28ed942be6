import { holdsContactDetails } from './contact/contact-details.ts'
import type { DenyReason } from './deny-reasons.ts'
import { isGraphqlText } from './graphql-text.ts'
import type { NamedValue } from './named-values.ts'
import type { ReadRequest } from './read-request.ts'

/**
 * Says why a request may not go out whatever a rule says, or `undefined` where nothing but the rules stands against it.
 * Looks at every name and value of the query and of the body, because a page may put either anywhere.
 */
export function hardRefusal({ query, body }: ReadRequest): DenyReason | undefined {
  const given = [...query, ...(body?.fields ?? [])]
  if (given.some(holdsWhere(isGraphqlText))) return 'graphql-not-granted'
  return given.some(holdsWhere(holdsContactDetails)) ? 'contact-details' : undefined
}

function holdsWhere(holds: (text: string) => boolean): (given: NamedValue) => boolean {
  return ({ name, value }) => holds(value) || holds(name)
}
