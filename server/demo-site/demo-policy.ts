import type { Rule } from '#shared/policy/rule-schema.ts'
import type { Site, WebPolicy } from '#shared/policy/web-policy.ts'

/** Where the stand-in is, in the words of a rule. */
type Place = Pick<Rule, 'hosts' | 'schemes' | 'ports'>

/**
 * The web policy for the stand-in at `baseUrl`: its job board and its library may be read, the library may be searched,
 * nothing may be written, and the contact page stays closed.
 */
export function demoPolicy(baseUrl: string): WebPolicy {
  const { origin, protocol, hostname, port } = new URL(baseUrl)
  const place: Place = {
    hosts: [hostname],
    schemes: [protocol === 'http:' ? 'http' : 'https'],
    ...(port !== '' && { ports: [Number(port)] }),
  }
  return { version: 1, sites: [jobsSite(origin, place), librarySite(origin, place)] }
}

function jobsSite(origin: string, place: Place): Site {
  return {
    id: 'jobs',
    name: { fr: 'Emplois Valmont', nl: 'Jobs Valmont', de: 'Stellen Valmont', en: 'Valmont jobs' },
    start: `${origin}/jobs/`,
    owner: 'Education service',
    reason: 'Work after release; reading only',
    rules: [
      { id: 'jobs-pages', ...place, paths: ['/jobs/**'], query: 'none', types: ['mainFrame'] },
      { id: 'jobs-assets', ...place, ...assets },
    ],
    deny: [{ id: 'jobs-contact', hosts: place.hosts, paths: ['/contact/**'] }],
  }
}

function librarySite(origin: string, place: Place): Site {
  return {
    id: 'library',
    name: { fr: 'Bibliothèque', nl: 'Bibliotheek', de: 'Bibliothek', en: 'Library' },
    start: `${origin}/library/`,
    owner: 'Librarian',
    reason: 'Choosing books; reading and searching only',
    rules: [
      { id: 'library-pages', ...place, paths: ['/library/', '/library/*/'], query: 'none', types: ['mainFrame'] },
      {
        id: 'library-search',
        ...place,
        paths: ['/library/*/search'],
        query: { q: { type: 'text', max: 80 } },
        types: ['mainFrame'],
        freeText: true,
      },
      { id: 'library-assets', ...place, ...assets },
    ],
    deny: [{ id: 'library-contact', hosts: place.hosts, paths: ['/contact/**'] }],
  }
}

const assets: Pick<Rule, 'paths' | 'query' | 'types'> = {
  paths: ['/assets/*'],
  query: 'none',
  types: ['stylesheet', 'image'],
}
