import type { RequestDecision } from '#shared/policy/evaluate-request.ts'
import { expect, test } from 'vitest'
import { guardSession } from './guard-session.ts'
import type { RequestJudge } from './judge-request.ts'
import { createFakeSession } from './testing/fake-pane.ts'

const allow: RequestDecision = { effect: 'allow', siteId: 'a', ruleId: 'b' }
const deny: RequestDecision = { effect: 'deny', reason: 'path-not-listed' }

function guarded(decisions: { begin?: RequestDecision; send?: RequestDecision } = {}) {
  const refused: string[] = []
  const ended: number[] = []
  const answered: string[] = []
  const judge: RequestJudge = {
    begin: () => decisions.begin ?? allow,
    send: () => decisions.send ?? allow,
    headers: ({ requestHeaders }) => ({ ...requestHeaders, told: 'the gateway' }),
    answered: details => answered.push(details.url),
    leaving: () => undefined,
    end: id => ended.push(id),
  }
  const fake = createFakeSession()
  guardSession(fake.session, {
    judge,
    verifyCertificate: (_request, answerWith) => {
      answerWith(-2)
    },
    headers: () => ({ contentSecurityPolicy: 'sandbox', permissionsPolicy: 'camera=()' }),
    languages: 'nl,fr;q=0.8',
    onRefusedPage: (url, reason) => refused.push(`page ${url} ${reason}`),
    onRefusedPart: reason => refused.push(`part ${reason}`),
  })
  return { ...fake, refused, ended, answered }
}

const page = { id: 4, url: 'https://a.example/', resourceType: 'mainFrame', requestHeaders: {} }

test('lets pass what the judge grants', () => {
  const { ask, refused } = guarded()
  expect(ask('onBeforeRequest', page)).toEqual({ cancel: false })
  expect(ask('onBeforeSendHeaders', page)).toEqual({ requestHeaders: { told: 'the gateway' } })
  expect(refused).toEqual([])
})

test('cancels and tells what the judge refuses as it begins', () => {
  const { ask, refused } = guarded({ begin: deny })
  expect(ask('onBeforeRequest', page)).toEqual({ cancel: true })
  expect(ask('onBeforeRequest', { ...page, resourceType: 'image' })).toEqual({ cancel: true })
  expect(refused).toEqual(['page https://a.example/ path-not-listed', 'part path-not-listed'])
})

test('cancels and tells what the judge refuses as its headers go out', () => {
  const { ask, refused } = guarded({ send: deny })
  expect(ask('onBeforeSendHeaders', { ...page, resourceType: 'xhr' })).toEqual({ cancel: true })
  expect(refused).toEqual(['part path-not-listed'])
})

test('rewrites the headers of every answer, and tells the judge of it', () => {
  const { ask, answered } = guarded()
  const answer = ask('onHeadersReceived', { ...page, responseHeaders: { Link: ['<x>; rel=preload'], ETag: ['1'] } })
  expect(answer).toEqual({
    responseHeaders: {
      ETag: ['1'],
      'Content-Security-Policy': ['sandbox'],
      'Permissions-Policy': ['camera=()'],
      'X-DNS-Prefetch-Control': ['off'],
    },
  })
  expect(answered).toEqual([page.url])
})

test('leaves an answer alone that the gateway has rewritten in the same way', () => {
  const { ask } = guarded()
  const responseHeaders = {
    etag: ['1'],
    'content-security-policy': ["default-src 'self'", 'sandbox'],
    'permissions-policy': ['camera=()'],
    'x-dns-prefetch-control': ['off'],
  }
  expect(ask('onHeadersReceived', { ...page, responseHeaders })).toEqual({})
})

test('lets out only those cookies that an answer of the visit gave', () => {
  const { ask } = guarded()
  const sent = { ...page, requestHeaders: { Cookie: 'sid=1; note=words' } }
  expect(ask('onBeforeSendHeaders', sent)).toEqual({ requestHeaders: { told: 'the gateway' } })
  ask('onHeadersReceived', { ...page, responseHeaders: { 'Set-Cookie': ['sid=1; HttpOnly'] } })
  expect(ask('onBeforeSendHeaders', sent)).toEqual({ requestHeaders: { told: 'the gateway', Cookie: 'sid=1' } })
  // Another visit's session knows nothing of it.
  expect(guarded().ask('onBeforeSendHeaders', sent)).toEqual({ requestHeaders: { told: 'the gateway' } })
})

test('shows no page that the gateway refused, and tells of it', () => {
  const { ask, refused, answered } = guarded()
  const answer = ask('onHeadersReceived', { ...page, responseHeaders: { 'Guichet-Refused': ['budget-spent'] } })
  expect(answer).toEqual({ cancel: true })
  expect([refused, answered]).toEqual([['page https://a.example/ budget-spent'], []])
})

test('believes the certificates it is told to believe', () => {
  expect(guarded().told).toContain('certificates -2')
})

test('forgets a request that came to nothing', () => {
  const { ask, ended } = guarded()
  ask('onErrorOccurred', { id: 5 })
  expect(ended).toEqual([5])
})

test('takes no download', () => {
  const { emit, refused } = guarded()
  let isPrevented = false
  emit('will-download', { preventDefault: () => (isPrevented = true) })
  expect(isPrevented).toBe(true)
  expect(refused).toEqual(['part download-not-allowed'])
})

test('fetches no dictionary, and says so before anything else', () => {
  expect(guarded().told.slice(0, 2)).toEqual(['spell-checker []', 'spell-checker false'])
})

test('says outside which browser asks, not which terminal', () => {
  expect(guarded().told).toContain(
    'user agent Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.1.2 Safari/537.36 | nl,fr;q=0.8',
  )
})
