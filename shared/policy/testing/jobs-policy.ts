import { parseWebPolicy, type WebPolicy } from '../web-policy.ts'

const jobs = 'https://jobs.example'

/** A library that comes first, and a job site with a search it may post to. */
export function jobsPolicy(): WebPolicy {
  const reading = parseWebPolicy({
    version: 1,
    sites: [
      {
        id: 'library',
        name: { fr: 'Bibliothèque' },
        start: 'https://library.example/',
        rules: [{ id: 'library-pages', hosts: ['library.example'], initiators: ['library', 'jobs'] }],
      },
      {
        id: 'jobs',
        name: { fr: 'Emplois' },
        start: `${jobs}/offers`,
        rules: [
          { id: 'jobs-pages', hosts: ['jobs.example'], paths: ['/offers/**'], types: ['mainFrame', 'xhr'] },
          { id: 'jobs-assets', hosts: ['*.jobs.example'], types: ['script', 'image'] },
          {
            id: 'jobs-search',
            hosts: ['jobs.example'],
            paths: ['/search'],
            methods: ['POST'],
            contentTypes: ['application/json'],
            fields: ['q'],
            maxBodyBytes: 40,
          },
        ],
        deny: [{ id: 'jobs-contact', hosts: ['jobs.example'], paths: ['/offers/contact/**'] }],
      },
    ],
  })
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.policy
}
