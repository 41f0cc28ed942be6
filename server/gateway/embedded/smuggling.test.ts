import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type AGateway, startGateway } from '../testing/a-gateway.ts'
import { closed, type RawAnswer, readAnswer } from '../testing/raw-answer.ts'
import { requestText } from '../testing/test-gateway.ts'

// What one reader takes for the end of a request is, to the next one, the beginning of another that nobody judged.
// Every case is written byte by byte, and a second request follows it: that must never arrive.

let at: AGateway

beforeAll(async () => {
  at = await startGateway()
})
beforeEach(() => {
  at.site.forget()
})
afterAll(() => at.close())

const crlf = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`
const host = (): string => `Host: ${at.authority}`
const typed = 'Guichet-Type: mainFrame'
const form = 'Content-Type: application/x-www-form-urlencoded'
const post = 'POST /search HTTP/1.1'
const get = 'GET /jobs/1 HTTP/1.1'

const malformed: Readonly<Record<string, () => string>> = {
  'both Content-Length and Transfer-Encoding': () =>
    `${crlf(post, host(), typed, form, 'Content-Length: 3', 'Transfer-Encoding: chunked')}3\r\nq=a\r\n0\r\n\r\n`,
  'Transfer-Encoding before Content-Length': () =>
    `${crlf(post, host(), typed, form, 'Transfer-Encoding: chunked', 'Content-Length: 3')}3\r\nq=a\r\n0\r\n\r\n`,
  'an unknown transfer coding': () => `${crlf(post, host(), typed, form, 'Transfer-Encoding: xchunked')}q=a`,
  'chunked, then identity': () => crlf(post, host(), typed, form, 'Transfer-Encoding: chunked, identity'),
  'identity alone': () => crlf(post, host(), typed, form, 'Transfer-Encoding: identity'),
  'a tab before chunked': () => `${crlf(post, host(), typed, form, 'Transfer-Encoding:\tchunked')}0\r\n\r\n`,
  'two lines of Transfer-Encoding': () =>
    crlf(post, host(), typed, form, 'Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'),
  'a body in chunks without a length': () =>
    `${crlf(post, host(), typed, form, 'Transfer-Encoding: chunked')}3\r\nq=a\r\n0\r\n\r\n`,
  'a chunk size in another notation': () =>
    `${crlf(post, host(), typed, form, 'Transfer-Encoding: chunked')}0x3\r\nq=a\r\n0\r\n\r\n`,
  'a chunk extension': () =>
    `${crlf(post, host(), typed, form, 'Transfer-Encoding: chunked')}3;ext\r\nq=a\r\n0\r\n\r\n`,
  'two different lengths': () => `${crlf(post, host(), typed, form, 'Content-Length: 3', 'Content-Length: 4')}q=ab`,
  'the same length twice': () => `${crlf(post, host(), typed, form, 'Content-Length: 3', 'Content-Length: 3')}q=a`,
  'a list of lengths': () => `${crlf(post, host(), typed, form, 'Content-Length: 3, 3')}q=a`,
  'a length with a sign': () => `${crlf(post, host(), typed, form, 'Content-Length: +3')}q=a`,
  'a negative length': () => crlf(post, host(), typed, form, 'Content-Length: -1'),
  'a length in another notation': () => `${crlf(post, host(), typed, form, 'Content-Length: 0x3')}q=a`,
  'a length beyond all numbers': () => crlf(post, host(), typed, form, 'Content-Length: 99999999999999999999'),
  'line ends without a carriage return': () => crlf(get, host(), typed).replaceAll('\r\n', '\n'),
  'one line end without a carriage return': () => `${get}\r\n${host()}\r\n${typed}\n\r\n`,
  'a carriage return alone': () => `${get}\r\n${host()}\r${typed}\r\n\r\n`,
  'a folded header': () => `${get}\r\n${host()}\r\n${typed}\r\nX-A: b\r\n c\r\n\r\n`,
  'a space before the colon': () => crlf(get, host(), typed, 'X-A : b'),
  'a space before the name': () => crlf(get, ' X-A: b', host(), typed),
  'a name with a control character': () => crlf(get, host(), typed, 'X\x01A: b'),
  'a value with a NUL': () => crlf(get, host(), typed, 'X-A: b\x00c'),
  'a header without a colon': () => crlf(get, host(), typed, 'X-A'),
  'no Host': () => crlf(get, typed),
  'two lines of Host': () => crlf(get, host(), host(), typed),
  'another Host': () => crlf(get, 'Host: evil.test', typed),
  'a type said twice': () => crlf(get, host(), typed, 'guichet-type: xhr'),
  'HTTP/1.0': () => crlf('GET /jobs/1 HTTP/1.0', host(), typed),
  'HTTP/2.0': () => crlf('GET /jobs/1 HTTP/2.0', host(), typed),
  'the preface of HTTP/2': () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'a space in the address': () => crlf('GET /jobs/1 x HTTP/1.1', host(), typed),
  'a control character in the address': () => crlf('GET /jobs/\x01 HTTP/1.1', host(), typed),
  'a relative address': () => crlf('GET jobs/1 HTTP/1.1', host(), typed),
  'an asterisk': () => crlf('OPTIONS * HTTP/1.1', host(), typed),
  'a method nobody knows': () => crlf('GETX /jobs/1 HTTP/1.1', host(), typed),
  'a method in small letters': () => crlf('get /jobs/1 HTTP/1.1', host(), typed),
  'a head without an end': () => `${get}\r\n${host()}\r\nX-A: ${'a'.repeat(20_000)}`,
}

const second = (): string => requestText(get, { Host: at.authority, 'Guichet-Type': 'mainFrame' })

async function sendWithSecond(text: string): Promise<RawAnswer> {
  const on = await at.secured()
  on.write(Buffer.from(`${text}${second()}`, 'latin1'))
  const answer = await readAnswer(on)
  await closed(on.resume())
  return answer
}

/** What has arrived by the time that one more request, on another connection, has. */
async function arrivedBefore(path: string): Promise<readonly (string | undefined)[]> {
  const on = await at.secured()
  on.write(requestText(`GET ${path} HTTP/1.1`, { Host: at.authority, 'Guichet-Type': 'mainFrame' }))
  await readAnswer(on)
  on.destroy()
  return at.site.received.map(({ url }) => url)
}

const refusalsLogged = (): number => at.gateway.log.filter(({ event }) => event === 'web request refused').length

test.each(Object.entries(malformed))(
  '%s is answered 400 and logged once, and the connection ends',
  async (_name, text) => {
    const before = refusalsLogged()
    const answer = await sendWithSecond(text())
    expect(refusalsLogged() - before).toBe(1)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('connection')).toEqual(['close'])
    expect(await arrivedBefore('/jobs/last')).toEqual(['/jobs/last'])
  },
)

test.each([
  ['100-continue', 417],
  ['something else', 417],
])('the expectation %j is answered %i, and the connection ends', async (expectation, status) => {
  const text = crlf(post, host(), typed, form, 'Content-Length: 3', `Expect: ${expectation}`)
  expect((await sendWithSecond(`${text}q=a`)).status).toBe(status)
  expect(await arrivedBefore('/jobs/last')).toEqual(['/jobs/last'])
})

test('CONNECT within a CONNECT is answered 405, and the connection ends', async () => {
  const answer = await sendWithSecond(crlf(`CONNECT ${at.authority} HTTP/1.1`, host()))
  expect(answer.status).toBe(405)
  expect(at.site.received).toEqual([])
})

test('a body in a request for reading ends the connection, so that it is no request', async () => {
  const smuggled = second()
  const answer = await sendWithSecond(`${crlf(get, host(), typed, `Content-Length: ${smuggled.length}`)}${smuggled}`)
  expect(answer.status).toBe(403)
  expect(at.site.received).toEqual([])
})

test('requests that come without waiting are each judged, and answered in their order', async () => {
  const on = await at.secured()
  on.write(
    second() + requestText('GET /contact HTTP/1.1', { Host: at.authority, 'Guichet-Type': 'mainFrame' }) + second(),
  )
  expect([(await readAnswer(on)).status, (await readAnswer(on)).status, (await readAnswer(on)).status]).toEqual([
    200, 403, 200,
  ])
  expect(at.site.received).toHaveLength(2)
})
