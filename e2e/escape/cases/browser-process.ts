import type { EscapeCase } from './escape-case.ts'
import { javascript, script } from './page-script.ts'

const category = 'browser-process'

export const browserProcessCases: readonly EscapeCase[] = [
  {
    id: 'BP-01',
    category,
    attack: 'sign-in with somebody (FedCM)',
    gesture: `navigator.credentials.get({ identity: { providers: [
      { configURL: 'https://bp-01.evil.test/f.json', clientId: 'words' }] } }).catch(() => 0)`,
  },
  {
    id: 'BP-03',
    category,
    attack: 'passkey of another host (WebAuthn related origins)',
    gesture: `navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), rpId: 'bp-03.evil.test' } })
      .catch(() => 0)`,
  },
  {
    id: 'BP-05',
    category,
    attack: 'push subscription',
    page: `<script>navigator.serviceWorker.register('/atk/bp-05/sw.js')</script>`,
    parts: { 'sw.js': { headers: javascript, body: `addEventListener('push', () => 0)` } },
    gesture: `navigator.serviceWorker.ready.then(worker => worker.pushManager.subscribe({ userVisibleOnly: true,
      applicationServerKey: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM' }))
      .then(() => { globalThis.subscribed = true }, () => 0)`,
    observe: 'globalThis.subscribed === true',
    fired: ({ observed, strange }) => observed === true || strange.some(({ host }) => host.includes('mtalk')),
    inert: 'Electron has no push service',
  },
  {
    id: 'BP-07',
    category,
    attack: 'dictionary of the spell checker',
    page: '<textarea autofocus>wrods</textarea>',
    alone: true,
    fired: ({ strange }) => strange.some(({ host }) => host.endsWith('.gvt1.com')),
  },
  {
    id: 'X-BROWSER',
    category,
    attack: 'anything a browser asks for by itself',
    page: script(`await 0`),
    alone: true,
    fired: ({ strange }) => strange.length > 0,
  },
]
