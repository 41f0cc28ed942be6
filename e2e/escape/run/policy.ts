const name = { fr: 'Approved', nl: 'Approved', de: 'Approved', en: 'Approved' }

/** What the tile of the approved site is called, in every language. */
export const SITE_NAME = name.en

const page = { type: 'int', max: 500 } as const
const word = { type: 'slug', max: 40 } as const

/**
 * What is approved while the attacks are made: reading below two folders, with a page number and one word to search for,
 * and one write that carries the same two.
 */
export const policy = {
  version: 1,
  sites: [
    {
      id: 'good',
      name,
      start: 'https://good.test/jobs/',
      rules: [
        { id: 'good-jobs', hosts: ['good.test', 'good2.test'], paths: ['/jobs/**'], query: { page, q: word } },
        { id: 'good-attacks', hosts: ['good.test', 'good2.test'], paths: ['/atk/**'] },
        {
          id: 'good-search',
          hosts: ['good.test'],
          paths: ['/search'],
          methods: ['POST'],
          contentTypes: ['application/x-www-form-urlencoded'],
          fields: ['q', 'page'],
          maxBodyBytes: 256,
        },
        { id: 'good-pictures', hosts: ['d111.cloudfront.net'], paths: ['/bucket/**'], types: ['image'] },
      ],
    },
  ],
}
