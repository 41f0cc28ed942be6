import { reached } from '../run/evidence.ts'
import type { EscapeCase } from './escape-case.ts'
import { attempts, script } from './page-script.ts'

const category = 'write-channel'

function post(path: string, body: string, more = ''): string {
  const type = `headers: { 'content-type': 'application/x-www-form-urlencoded' }`
  return `await fetch('${path}', { method: 'POST', ${type}, body: ${JSON.stringify(body)}, ${more} })`
}

/** Anything that is not reading, and got to a listed host with the case's id in it. */
const wrote: EscapeCase['fired'] = evidence => reached(evidence, /^(?!GET |HEAD |OPTIONS )[A-Z]+ /)

export const writeChannelCases: readonly EscapeCase[] = [
  {
    id: 'WR-01',
    category,
    attack: 'contact form of an approved site',
    page: `<form method="post" action="/contact/wr-01"><textarea name="m">words</textarea>
      <input type="email" name="to" value="a@b.example"></form><script>document.forms[0].submit()</script>`,
    fired: wrote,
  },
  {
    id: 'WR-03',
    category,
    attack: 'the same form, multipart by XMLHttpRequest',
    page: script(`const form = new FormData(); form.append('m', new Blob(['words']), 'wr-03')
      const request = new XMLHttpRequest(); request.open('POST', '/contact/wr-03'); request.send(form)`),
    fired: wrote,
  },
  {
    id: 'WR-05',
    category,
    attack: 'PUT, PATCH, DELETE, MKCOL, PROPFIND and a made-up method',
    page: attempts(
      ...['PUT', 'PATCH', 'DELETE', 'MKCOL', 'PROPFIND', 'TELL'].map(
        method => `await fetch('/jobs/wr-05', { method: '${method}' })`,
      ),
    ),
    fired: wrote,
  },
  {
    id: 'WR-07',
    category,
    attack: 'another method by a field of the query or the body',
    page: attempts(`await fetch('/jobs/wr-07?_method=POST&m=x')`, post('/search', 'q=wr-07&_method=DELETE')),
    fired: evidence => reached(evidence, /_method=/),
  },
  {
    id: 'WR-09',
    category,
    attack: 'GraphQL under an approved operation name',
    page: script(`await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operationName: 'SearchJobs', query: 'mutation { send(words: "wr-09") }' }) })`),
    fired: wrote,
  },
  {
    id: 'WR-11',
    category,
    attack: 'granted endpoint, further fields',
    page: script(post('/search', 'q=wr-11&to=someone&message=hello')),
    fired: wrote,
  },
  {
    id: 'WR-13',
    category,
    attack: 'granted endpoint, a field more than once',
    page: script(post('/search', 'q=wr-13&q=b&q[]=c&q%5B%5D=d')),
    fired: wrote,
  },
  {
    id: 'WR-15',
    category,
    attack: 'granted endpoint, a body that streams',
    page: script(`const body = new Blob(['q=wr-15']).stream()
      await fetch('/search', { method: 'POST', duplex: 'half', body })`),
    fired: wrote,
  },
  {
    id: 'WR-17',
    category,
    attack: 'granted endpoint, a file',
    page: script(`const form = new FormData(); form.append('q', new File(['words'], 'wr-17.txt'))
      await fetch('/search', { method: 'POST', body: form })`),
    fired: wrote,
  },
  {
    id: 'WR-19',
    category,
    attack: 'WebSocket to an approved host',
    page: script(`new WebSocket('wss://good.test/chat/wr-19')`),
    fired: ({ elsewhere }) => elsewhere.some(({ sink }) => sink === 'socket'),
  },
  {
    id: 'WR-21',
    category,
    attack: 'an approved page to share a page by mail',
    page: script(`location = '/atk/wr-21/mail'`),
    parts: {
      mail: {
        body: `<form method="post" action="/vacancy/wr-21/mail"><input name="to" value="someone"></form>
          <script>document.forms[0].submit()</script>`,
      },
    },
    fired: wrote,
  },
  {
    id: 'WR-23',
    category,
    attack: 'sign-in form of an approved site',
    page: script(post('/login', 'user=wr-23&password=words')),
    fired: wrote,
  },
  {
    id: 'WR-25',
    category,
    attack: 'an address that changes something when it is read',
    page: script(`await fetch('/u?id=wr-25')`),
    fired: evidence => reached(evidence, /^GET \/u\?/),
  },
]
