/**
 * Chromium's resource types as Electron names them, that a rule may grant. A page needs no other to be read.
 * Sockets, pings, reports, plugins and `other` (prefetches, manifests, speculation) are not in the language at all.
 */
export const webResourceTypes = [
  'mainFrame',
  'subFrame',
  'stylesheet',
  'script',
  'image',
  'font',
  'media',
  'xhr',
] as const
export type WebResourceType = (typeof webResourceTypes)[number]

/** The types a deny entry may name: every type there is. */
export const resourceTypes = [...webResourceTypes, 'object', 'ping', 'cspReport', 'webSocket', 'other'] as const

/** The types that load a document, which can then cause requests of its own. */
export const pageTypes: readonly WebResourceType[] = ['mainFrame', 'subFrame']

const grantable: ReadonlySet<string> = new Set(webResourceTypes)

/** Whether any rule could grant this type. A type nobody has heard of is not one. */
export function isWebResourceType(type: string): type is WebResourceType {
  return grantable.has(type)
}
