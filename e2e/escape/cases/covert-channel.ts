import { reached } from '../run/evidence.ts'
import type { EscapeCase } from './escape-case.ts'
import { script } from './page-script.ts'

const category = 'covert-channel'

const asks = (address: string) => script(`await fetch('${address}')`)
const gotThrough: EscapeCase['fired'] = evidence => reached(evidence, /^GET \/jobs\//)

export const covertChannelCases: readonly EscapeCase[] = [
  {
    id: 'COV-01',
    category,
    attack: 'words in a search',
    page: asks('/jobs/cov-01?q=meet+me+at+noon+bring+phone'),
    fired: gotThrough,
  },
  {
    id: 'COV-03',
    category,
    attack: 'base64 in a search',
    page: asks('/jobs/cov-03?q=VGhpcyBpcyBhIHNlY3JldCBhbmQgaXQgaXMgbG9uZw=='),
    fired: gotThrough,
  },
  {
    id: 'COV-05',
    category,
    attack: 'a parameter nobody approved',
    page: asks('/jobs/cov-05?page=2&note=hello'),
    fired: gotThrough,
  },
  {
    id: 'COV-07',
    category,
    attack: 'words as a number',
    page: asks('/jobs/cov-07?page=736563726574736563726574'),
    fired: gotThrough,
  },
  {
    id: 'COV-09',
    category,
    attack: 'words in a cookie',
    page: script(`document.cookie = 'm=secret-cov-09; path=/'; await fetch('/jobs/list')`),
    fired: evidence => reached(evidence, /secret-cov-09/),
  },
  {
    id: 'X-HEADER',
    category,
    attack: 'words in a header',
    page: script(`await fetch('/jobs/x-header', { headers: { 'x-note': 'secret-x-header' } })`),
    fired: evidence => reached(evidence, /secret-x-header/),
  },
  {
    id: 'COV-13',
    category,
    attack: 'guest book that another cell reads',
    page: script(`await fetch('/guestbook', { method: 'POST', body: new URLSearchParams('words=cov-13') })`),
    fired: evidence => reached(evidence, /^POST \/guestbook/),
  },
  {
    id: 'SUB-17',
    category: 'subresource',
    attack: 'picture whose name is the message',
    page: '<img src="/i/MFRGGZDFMZTWQ2LK-sub-17.png">',
    fired: evidence => reached(evidence, /^GET \/i\//),
  },
]
