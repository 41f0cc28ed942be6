import { expect, test } from 'vitest'
import { navigationRefusal } from './judge-navigation.ts'
import { sampleVisit } from './testing/sample-visit.ts'

const visit = sampleVisit()
const reasonOf = (url: string, isMainFrame: boolean) => navigationRefusal(visit, url, isMainFrame)?.reason

test.each([
  ['a page of the site', 'https://jobs.example/offers/1', undefined],
  ['a page of a site that lists this one', 'https://library.example/x', undefined],
  ['a page that may be written to', 'https://jobs.example/search', undefined],
  ['a page that is denied', 'https://jobs.example/offers/contact', 'denied-by-entry'],
  ['a page beside', 'https://jobs.example/admin', 'path-not-listed'],
  ['another host', 'https://evil.example/', 'host-not-listed'],
  ['clear text', 'http://jobs.example/offers', 'scheme-not-listed'],
  ['mail', 'mailto:a@b.example', 'scheme-not-web'],
  ['data', 'data:text/html,x', 'scheme-not-web'],
  ['a file', 'file:///etc/passwd', 'scheme-not-web'],
  ['the kiosk itself', 'guichet://kiosk/index.html', 'scheme-not-web'],
  ['an empty page', 'about:blank', 'scheme-not-web'],
])('the view shows %s: refused for %s', (_name, url, reason) => {
  expect(reasonOf(url, true)).toBe(reason)
})

test.each([
  ['an empty page', 'about:blank', undefined],
  ['a page inside a page', 'about:srcdoc', undefined],
  ['another about page', 'about:version', 'scheme-not-web'],
  ['a page that is granted for the view only', 'https://jobs.example/offers', 'path-not-listed'],
  ['mail', 'mailto:a@b.example?body=x', 'scheme-not-web'],
  ['a blob', 'blob:https://jobs.example/1', 'scheme-not-web'],
  ['another host', 'https://evil.example/', 'host-not-listed'],
])('a frame shows %s', (_name, url, reason) => {
  expect(reasonOf(url, false)).toBe(reason)
})
