import type { EscapeCase } from './escape-case.ts'
import { script } from './page-script.ts'

const category = 'gateway'

export const gatewayCases: readonly EscapeCase[] = [
  {
    id: 'GW-09',
    category,
    attack: 'headers that act by themselves',
    page: script(`globalThis.got = [...(await fetch('/atk/gw-09/headers')).headers.keys()].sort()`),
    parts: {
      headers: {
        headers: {
          'accept-ch': 'Sec-CH-UA-Model',
          'alt-svc': 'h3="gw-09.evil.test:443"',
          'clear-site-data': '"cookies"',
          link: '<https://gw-09.evil.test/x1>; rel=preload; as=image',
          nel: '{"report_to":"default","max_age":3600}',
          'origin-trial': 'words',
          refresh: '60;url=https://gw-09.evil.test/x2',
          'report-to': '{"group":"default","max_age":3600,"endpoints":[{"url":"https://gw-09.evil.test/x3"}]}',
          'reporting-endpoints': 'default="https://gw-09.evil.test/x4"',
          'service-worker-allowed': '/',
          sourcemap: 'https://gw-09.evil.test/x5',
          'speculation-rules': '"https://gw-09.evil.test/x6"',
        },
      },
    },
    observe: `(globalThis.got ?? []).filter(name => /^(accept-ch|alt-svc|clear-site-data|link|nel|origin-trial|refresh|report|service-worker-allowed|sourcemap|speculation)/.test(name))`,
    fired: ({ observed }) => Array.isArray(observed) && observed.length > 0,
  },
  {
    id: 'X-REFRESH',
    category,
    attack: 'Refresh header',
    alone: true,
    page: { headers: { refresh: '0;url=https://x-refresh.evil.test/x' }, body: '<p>A page' },
  },
]
