import type { WebPolicy } from '#shared/policy/web-policy.ts'

/** One site with TLS, for reading and one search; and one without, on this machine's own address. */
export function policyOfLab(port: number, plainPort: number): WebPolicy {
  const at = (host: string) => ({ hosts: [host], ports: [port] })
  return {
    version: 1,
    sites: [
      {
        id: 'good',
        name: { en: 'Good' },
        start: `https://good.test:${port}/`,
        rules: [
          { id: 'good-pages', ...at('good.test'), paths: ['/jobs/**'], query: ['q'] },
          {
            id: 'good-search',
            ...at('good.test'),
            paths: ['/search'],
            methods: ['POST'],
            contentTypes: ['application/x-www-form-urlencoded'],
            fields: ['q'],
            maxBodyBytes: 100,
          },
          { id: 'good-inside', ...at('inside.test') },
          { id: 'good-other', ...at('other.test') },
          { id: 'good-address', ...at('127.0.0.1'), paths: ['/nothing'] },
        ],
      },
      {
        id: 'here',
        name: { en: 'Here' },
        start: `http://127.0.0.1:${plainPort}/`,
        rules: [{ id: 'here-pages', hosts: ['127.0.0.1', 'plain.test'], schemes: ['http'], ports: [plainPort] }],
      },
      {
        id: 'stranger',
        name: { en: 'Stranger' },
        start: `http://stranger.test:${plainPort}/`,
        rules: [{ id: 'stranger-pages', hosts: ['stranger.test'], schemes: ['http'], ports: [plainPort] }],
      },
    ],
  }
}
