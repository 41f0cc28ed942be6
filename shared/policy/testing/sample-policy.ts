import type { CompiledPolicy } from '../compile-policy.ts'
import { compilePolicy } from '../compile-policy.ts'
import { parseWebPolicy, type WebPolicy } from '../web-policy.ts'

/** A policy like those prisons write: an invented job site with a search it may post to, and a library. */
export const samplePolicy = {
  version: 1,
  sites: [
    {
      id: 'jobs',
      name: { nl: 'Vacatures', fr: 'Emplois' },
      start: 'https://www.jobs.example/offers',
      rules: [
        { id: 'jobs-pages', hosts: ['www.jobs.example'], paths: ['/offers/**'] },
        { id: 'jobs-assets', hosts: ['*.jobs.example'], types: ['script', 'stylesheet', 'image', 'font'] },
        {
          id: 'jobs-list',
          hosts: ['www.jobs.example'],
          paths: ['/list'],
          query: {
            page: { type: 'int', max: 500 },
            place: { type: 'slug', max: 30 },
            q: { type: 'text', max: 40 },
            sort: { type: 'slug', values: ['date', 'place'] },
          },
        },
        {
          id: 'jobs-search',
          hosts: ['www.jobs.example'],
          paths: ['/api/search'],
          methods: ['POST'],
          contentTypes: ['application/json', 'application/x-www-form-urlencoded'],
          fields: ['query', 'page'],
          maxBodyBytes: 64,
        },
      ],
      deny: [{ id: 'jobs-contact', hosts: ['*.jobs.example'], paths: ['/offers/contact/**'] }],
    },
    {
      id: 'library',
      name: { fr: 'Bibliothèque' },
      start: 'https://library.example/',
      notAfter: '2026-06-30',
      rules: [
        { id: 'library-books', hosts: ['library.example'], paths: ['/books/*'], query: 'none' },
        { id: 'library-covers', hosts: ['library.example'], paths: ['/covers/**'], initiators: ['jobs', 'library'] },
        { id: 'library-shelves', hosts: ['library.example'], paths: ['/shelves'], query: ['room', 'row'] },
        {
          id: 'form',
          hosts: ['library.example'],
          paths: ['/form'],
          methods: ['POST'],
          contentTypes: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
          fields: ['q', 'filter.city', 'tags[]'],
          maxBodyBytes: 200,
        },
        { id: 'library-lan', hosts: ['10.20.0.5'], schemes: ['http'], ports: [8080], paths: ['/**'] },
      ],
    },
  ],
}

/** Reads a policy that a test knows to be valid. */
export function mustParse(input: unknown): WebPolicy {
  const reading = parseWebPolicy(input)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.policy
}

export function compiledSample(): CompiledPolicy {
  return compilePolicy(mustParse(samplePolicy))
}
