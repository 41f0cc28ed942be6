import type { EscapeCase } from './escape-case.ts'
import { attempts, script } from './page-script.ts'

const category = 'scheme'

/** Every way a page has to go to an address: itself, a frame, a new window, a link. */
function everyWay(address: string): Pick<EscapeCase, 'page' | 'gesture'> {
  const text = JSON.stringify(address)
  return {
    page: `<iframe src=${text}></iframe><a id="a" href=${text}>x</a>`,
    gesture: `document.getElementById('a').click(); open(${text}); location = ${text}`,
  }
}

/** Whether the page is there now. An error page in its place is none. */
const shownAs = (protocol: string): Pick<EscapeCase, 'observe' | 'fired'> => ({
  observe: 'location.protocol',
  fired: ({ observed }) => observed === protocol,
})

const handedOver: NonNullable<EscapeCase['fired']> = evidence => evidence.handedOver.length > 0
const chromium = 'Chromium lets no site go there'

export const schemeCases: readonly EscapeCase[] = [
  {
    id: 'SCH-01',
    category,
    attack: 'file:///etc/passwd',
    ...everyWay('file:///etc/passwd'),
    ...shownAs('file:'),
    inert: chromium,
  },
  {
    id: 'SCH-03',
    category,
    attack: 'chrome://gpu',
    ...everyWay('chrome://gpu'),
    ...shownAs('chrome:'),
    inert: chromium,
  },
  {
    id: 'SCH-05',
    category,
    attack: 'chrome-extension://',
    ...everyWay('chrome-extension://abcdefghijklmnopabcdefghijklmnop/x.html'),
    ...shownAs('chrome-extension:'),
    inert: chromium,
  },
  {
    id: 'SCH-07',
    category,
    attack: 'javascript:',
    ...everyWay(`javascript:void fetch('https://sch-07.evil.test/x',{mode:'no-cors'})`),
  },
  {
    id: 'SCH-09',
    category,
    attack: 'blob: as the page',
    page: script(`location = URL.createObjectURL(new Blob(['<img src="https://sch-09.evil.test/x">'],
      { type: 'text/html' }))`),
    alone: true,
  },
  {
    id: 'SCH-11',
    category,
    attack: 'mailto:, every way',
    ...everyWay('mailto:a@evil.test?body=sch-11'),
    fired: handedOver,
  },
  {
    id: 'X-MAILFORM',
    category,
    attack: 'mailto: as the target of a form, in a frame',
    page: `<iframe srcdoc="<form id=f action=mailto:a@evil.test?body=x-mailform></form>"></iframe>`,
    gesture: `frames[0].document.getElementById('f').submit()`,
    fired: handedOver,
  },
  ...['sms', 'whatsapp', 'tg', 'skype', 'zoommtg', 'magnet'].map((scheme): EscapeCase => ({
    id: `SCH-13-${scheme}`,
    category,
    attack: `${scheme}:`,
    ...everyWay(`${scheme}:sch-13-${scheme}`),
    fired: handedOver,
  })),
  {
    id: 'SCH-15',
    category,
    attack: 'the kiosk’s own scheme, as a frame and as a picture',
    page: `<iframe src="guichet://kiosk/index.html"></iframe><script>addEventListener('message', () => 0)</script>`,
    gesture: `const picture = new Image(); picture.onload = () => { globalThis.got = true }
      picture.src = 'guichet://kiosk/picture.svg'`,
    observe: 'globalThis.got === true',
    fired: ({ observed }) => observed === true,
  },
  {
    id: 'IPC-09',
    category: 'ipc-preload',
    attack: 'the kiosk’s own scheme, read',
    gesture: `fetch('guichet://kiosk/index.html').then(answer => answer.text())
      .then(text => { globalThis.got = text.length > 0 }, () => 0)`,
    observe: 'globalThis.got === true',
    fired: ({ observed }) => observed === true,
  },
  {
    id: 'SCH-17',
    category,
    attack: 'ws: to an approved host',
    page: attempts(`new WebSocket('ws://good.test/chat/sch-17')`),
    fired: ({ elsewhere }) => elsewhere.some(({ sink }) => sink === 'socket'),
    inert: 'Chromium lets no https page speak in clear',
  },
]
