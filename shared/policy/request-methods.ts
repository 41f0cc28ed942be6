/** The methods a rule may grant. Any other, CONNECT and TRACE first, is refused wherever it appears. */
export const requestMethods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type RequestMethod = (typeof requestMethods)[number]

/** What a rule grants when it names no method. */
export const readingMethods: readonly RequestMethod[] = ['GET', 'HEAD']

const writeMethods: ReadonlySet<string> = new Set<RequestMethod>(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Whether `method` is meant to change something, so that its body must be granted field by field. */
export function isWriteMethod(method: string): boolean {
  return writeMethods.has(method)
}

/** Names by which frameworks take a request for another method than it has. Lower case. */
export const methodOverrideNames = [
  '_method',
  '__method',
  '_http_method',
  '_httpmethod',
  'http_method_override',
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
] as const
const overrides: ReadonlySet<string> = new Set(methodOverrideNames)

const SHORTEST = '_method'.length

/**
 * Whether a parameter, field or header of this name asks a server to take the request for another method.
 * Frameworks read such names out of a plain GET, so a reading rule would grant a write. A name inside another one
 * (`form[_method]`, `form._method`) counts: some servers look there too.
 */
export function isMethodOverride(name: string): boolean {
  return (
    name.length >= SHORTEST &&
    /method/i.test(name) &&
    name
      .toLowerCase()
      .split(/[.[\]]/)
      .some(part => overrides.has(part))
  )
}
