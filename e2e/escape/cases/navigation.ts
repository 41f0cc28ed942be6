import { reached } from '../run/evidence.ts'
import type { EscapeCase } from './escape-case.ts'
import { script } from './page-script.ts'

const category = 'navigation'

const redirects = [301, 302, 303, 307, 308].map((status): EscapeCase => ({
  id: `NAV-05-${status}`,
  category,
  attack: `redirect of the page, ${status}`,
  page: script(`location = '/atk/nav-05-${status}/on'`),
  parts: { on: { status, headers: { location: `https://nav-05-${status}.evil.test/x` } } },
  alone: true,
}))

export const navigationCases: readonly EscapeCase[] = [
  {
    id: 'NAV-01',
    category,
    attack: 'location assignment',
    page: script(`location = 'https://nav-01.evil.test/x'`),
    alone: true,
  },
  {
    id: 'NAV-03',
    category,
    attack: 'meta refresh',
    page: '<meta http-equiv="refresh" content="0;url=https://nav-03.evil.test/x">',
    alone: true,
  },
  ...redirects,
  { id: 'NAV-07', category, attack: 'frame', page: '<iframe src="https://nav-07.evil.test/x"></iframe>' },
  {
    id: 'NAV-09',
    category,
    attack: 'frame that moves the page',
    page: `<iframe srcdoc="<a id=a target=_top href=https://nav-09.evil.test/x>x</a><script>a.click()</script>"></iframe>`,
    alone: true,
  },
  {
    id: 'NAV-11',
    category,
    attack: 'empty window, then sent elsewhere',
    gesture: `const opened = open('about:blank'); if (opened) opened.location = 'https://nav-11.evil.test/x'`,
  },
  {
    id: 'NAV-13',
    category,
    attack: 'link to a new window',
    page: '<a id="a" target="_blank" href="https://nav-13.evil.test/x">x</a>',
    gesture: `document.getElementById('a').click()`,
  },
  {
    id: 'NAV-15',
    category,
    attack: 'window of a known name, used again',
    gesture: `window.name = 'me'; open('https://nav-15.evil.test/x', 'me')`,
  },
  {
    id: 'NAV-17',
    category,
    attack: 'address made up with pushState',
    page: script(`history.pushState({}, '', '/intranet/warden')`),
    observe: 'location.pathname',
    fired: ({ observed, shell }) =>
      shell === undefined ? observed === '/intranet/warden' : shell.includes('/intranet/warden'),
  },
  {
    id: 'NAV-19',
    category,
    attack: 'from https to http',
    page: script(`location = 'http://good.test/atk/nav-19/clear'`),
    alone: true,
    fired: evidence => reached(evidence, /^in clear GET/),
  },
  {
    id: 'NAV-21',
    category,
    attack: 'page that does not let go',
    page: `<button>press</button><script>onbeforeunload = event => { event.preventDefault(); return 'stay' }</script>`,
    act: async terminal => {
      await terminal.click('button')
      await terminal.open('https://good.test/atk/nav-21/left')
    },
    observe: 'location.pathname',
    fired: ({ observed, windows }) => observed === '/atk/nav-21' || windows.length > 0,
  },
]
