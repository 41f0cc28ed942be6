import { expect, test } from 'vitest'
import { createRequestJudge, type Spend } from './judge-request.ts'
import type { RequestDetails } from './request-details.ts'
import { headerOf, sentHeaderRefusal } from '#shared/policy/sent-headers.ts'
import { sampleVisit } from './testing/sample-visit.ts'

const frame = { frameTreeNodeId: 1, url: '', origin: 'https://jobs.example', parent: null }
const page: RequestDetails = {
  id: 1,
  url: 'https://jobs.example/offers/1',
  method: 'GET',
  resourceType: 'mainFrame',
  webContentsId: 7,
  frame,
}
const search = (body: string): RequestDetails => ({
  ...page,
  url: 'https://jobs.example/search',
  method: 'POST',
  resourceType: 'xhr',
  uploadData: [{ bytes: Buffer.from(body) }],
})
const json = { 'Content-Type': 'application/json' }

function openJudge(decide = sampleVisit().decide, spend?: Spend) {
  return createRequestJudge(decide, { contentsId: () => 7, start: () => 'https://jobs.example/offers' }, spend)
}

test('a page that is granted begins and goes out', () => {
  const judge = openJudge()
  expect(judge.begin(page).effect).toBe('allow')
  expect(judge.send({ ...page, requestHeaders: {} }).effect).toBe('allow')
})

test('a page that is not granted does not begin', () => {
  expect(openJudge().begin({ ...page, url: 'https://jobs.example/offers/contact' })).toMatchObject({
    effect: 'deny',
    reason: 'denied-by-entry',
  })
})

test('a redirect is judged anew', () => {
  const judge = openJudge()
  judge.begin(page)
  expect(judge.begin({ ...page, url: 'https://evil.example/' })).toMatchObject({ reason: 'host-not-listed' })
})

test('a write that is granted begins, and goes out under its content type', () => {
  const judge = openJudge()
  const details = search('{"q":"baker"}')
  expect(judge.begin(details).effect).toBe('allow')
  expect(judge.send({ ...details, requestHeaders: json }).effect).toBe('allow')
})

test.each([
  ['of a field more', '{"q":"baker","to":"x"}', 'field-not-listed'],
  ['that is too large', `{"q":"${'a'.repeat(50)}"}`, 'body-too-large'],
  ['of a type that is not granted', 'q=baker', 'body-unreadable'],
])('a write %s does not begin', (_name, body, reason) => {
  const decision = openJudge().begin(search(body))
  expect(decision.effect).toBe('deny')
  expect([reason, 'content-type-not-listed']).toContain(decision.effect === 'deny' ? decision.reason : '')
})

test.each([
  ['another content type', { 'Content-Type': 'text/plain' }],
  ['the other readable content type', { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['no content type', {}],
  ['two content types', { 'Content-Type': 'application/json', 'content-type': 'text/plain' }],
])('a write does not go out under %s', (_name, requestHeaders) => {
  const judge = openJudge()
  const details = search('{"q":"baker"}')
  judge.begin(details)
  expect(judge.send({ ...details, requestHeaders }).effect).toBe('deny')
})

test('a write whose body was not seen does not go out', () => {
  const judge = openJudge()
  const details = search('{"q":"baker"}')
  expect(judge.send({ ...details, requestHeaders: json })).toMatchObject({ reason: 'body-unseen' })
  judge.begin(details)
  expect(judge.send({ ...details, url: 'https://jobs.example/other', requestHeaders: json }).effect).toBe('deny')
  judge.end(details.id)
  expect(judge.send({ ...details, requestHeaders: json }).effect).toBe('deny')
})

test('a reading that did not begin does not go out either', () => {
  const judge = openJudge()
  expect(judge.send({ ...page, requestHeaders: {} })).toMatchObject({ reason: 'source-unknown' })
  judge.begin({ ...page, url: 'https://jobs.example/offers/contact' })
  expect(judge.send({ ...page, requestHeaders: {} }).effect).toBe('deny')
})

test('the gateway is told what was judged, not what the page wrote', () => {
  const judge = openJudge()
  judge.begin(page)
  const requestHeaders = { 'Guichet-Type': 'image', 'guichet-initiator': 'https://b.example', Accept: 'text/html' }
  expect(judge.headers({ ...page, requestHeaders })).toEqual({
    Accept: 'text/html',
    'guichet-type': 'mainFrame',
    'guichet-initiator': 'https://jobs.example',
  })
})

test('a write without any body does not begin', () => {
  expect(openJudge().begin({ ...search(''), uploadData: [] })).toMatchObject({ reason: 'body-unseen' })
})

test('a body does not go out with a reading', () => {
  expect(openJudge().begin({ ...page, uploadData: [{ bytes: Buffer.from('x') }] })).toMatchObject({
    reason: 'body-not-granted',
  })
  expect(openJudge().begin({ ...page, uploadData: [{ file: '/etc/passwd' }] })).toMatchObject({ reason: 'body-unseen' })
})

test('the first requests of a document count as its own', () => {
  const judge = openJudge()
  const early = {
    ...page,
    resourceType: 'script',
    url: 'https://www.jobs.example/a.js',
    frame: { ...frame, origin: 'null' },
  }
  expect(judge.begin(early)).toMatchObject({ reason: 'initiator-not-listed' })
  judge.answered(page)
  expect(judge.begin(early).effect).toBe('allow')
})

test('a document whose place begins to show another one gives it nothing', () => {
  const judge = openJudge()
  const early = {
    ...page,
    resourceType: 'script',
    url: 'https://www.jobs.example/a.js',
    frame: { ...frame, origin: 'null' },
  }
  judge.answered(page)
  expect(judge.begin(early).effect).toBe('allow')
  judge.leaving(2)
  expect(judge.begin(early).effect).toBe('allow')
  judge.leaving(1)
  expect(judge.begin(early)).toMatchObject({ reason: 'initiator-not-listed' })
})

test('where judging fails, the answer is no', () => {
  const judge = openJudge(() => {
    throw new Error('a bug')
  })
  expect(judge.begin(page)).toEqual({ effect: 'deny', reason: 'gate-failed' })
})

test.each([
  ['a service worker script', { 'Service-Worker': 'script' }, 'header-not-allowed'],
  ['a shared worker script', { 'Sec-Fetch-Dest': 'sharedworker' }, 'header-not-allowed'],
  ['a service worker destination', { 'sec-fetch-dest': 'serviceworker' }, 'header-not-allowed'],
  ['a prefetch', { 'Sec-Purpose': 'prefetch;prerender' }, 'header-not-allowed'],
  ['an old prefetch', { Purpose: 'prefetch' }, 'header-not-allowed'],
  ['another protocol', { Upgrade: 'h2c' }, 'header-not-allowed'],
  ['another method', { 'X-HTTP-Method-Override': 'DELETE' }, 'method-override'],
  ['a plain page', { 'Sec-Fetch-Dest': 'document', Accept: 'text/html' }, undefined],
])('of the headers of %s', (_name, headers, expected) => {
  expect(sentHeaderRefusal(headers)).toBe(expected)
})

test('a header that is written twice has no value', () => {
  expect(headerOf({ 'Content-Type': 'a' }, 'content-type')).toBe('a')
  expect(headerOf({ 'Content-Type': 'a', 'content-type': 'b' }, 'content-type')).toBeUndefined()
})

test('a read is counted once, as it begins; a redirect of it again', () => {
  const counted: string[] = []
  const judge = openJudge(undefined, (_grant, { url }) => counted.push(url) > 0)
  judge.begin(page)
  judge.send({ ...page, requestHeaders: {} })
  judge.begin({ ...page, url: `${page.url}0` })
  expect(counted).toEqual([page.url, `${page.url}0`])
})

test('a write is counted once, as it goes out', () => {
  const counted: (string | undefined)[] = []
  const judge = openJudge(undefined, (_grant, { contentType }) => counted.push(contentType) > 0)
  const details = search('{"q":"baker"}')
  judge.begin(details)
  expect(counted).toEqual([])
  judge.send({ ...details, requestHeaders: json })
  expect(counted).toEqual(['application/json'])
})

test('what does not fit any more does not go out, and what is refused is not counted', () => {
  const counted: string[] = []
  const judge = openJudge(undefined, (_grant, { url }) => counted.push(url) === 0)
  expect(judge.begin(page)).toEqual({
    effect: 'deny',
    reason: 'budget-spent',
    siteId: 'jobs',
    ruleId: 'jobs-pages',
  })
  expect(judge.send({ ...page, requestHeaders: {} })).toMatchObject({ reason: 'source-unknown' })
  const details = search('{"q":"baker"}')
  judge.begin(details)
  expect(judge.send({ ...details, requestHeaders: json })).toMatchObject({ reason: 'budget-spent' })
  judge.begin({ ...page, url: 'https://evil.example/' })
  expect(counted).toEqual([page.url, 'https://jobs.example/search'])
})

test('where counting fails, the answer is no', () => {
  const judge = openJudge(undefined, () => {
    throw new Error('no')
  })
  expect(judge.begin(page)).toEqual({ effect: 'deny', reason: 'gate-failed' })
})

test('ten thousand frames and requests leave no more behind than the last few hundred documents', () => {
  const judge = openJudge()
  const documentOf = (number: number): RequestDetails => ({
    ...page,
    id: number,
    url: 'https://library.example/',
    resourceType: 'subFrame',
    frame: { frameTreeNodeId: number, url: '', origin: 'null', parent: frame },
  })
  const partOf = (number: number): RequestDetails => ({ ...documentOf(number), resourceType: 'image' })
  for (let number = 2; number < 10_002; number += 1) {
    const details = documentOf(number)
    judge.begin(details)
    judge.answered(details)
  }
  // A document that was forgotten is nobody's page, and what it asks for is refused.
  expect(judge.begin(partOf(2))).toMatchObject({ reason: 'initiator-not-listed' })
  expect(judge.begin(partOf(10_001)).effect).toBe('allow')
  // What was answered is forgotten: it cannot go out afterwards.
  expect(judge.send({ ...documentOf(10_000), requestHeaders: {} })).toMatchObject({ reason: 'source-unknown' })
})

test('requests whose answers nobody told of fill no memory: the oldest of very many are refused', () => {
  const judge = openJudge()
  for (let id = 1; id <= 20_001; id += 1) judge.begin({ ...page, id })
  expect(judge.send({ ...page, id: 1, requestHeaders: {} })).toMatchObject({ reason: 'source-unknown' })
  expect(judge.send({ ...page, id: 2, requestHeaders: {} }).effect).toBe('allow')
})
