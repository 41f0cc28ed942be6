import { expect, test } from 'vitest'
import type { CountedRefusal } from './refusal-report.ts'
import { createRefusals } from './refusals.ts'

const site = { id: 'jobs', name: {}, start: 'https://jobs.example/', rules: [] }

function refusals(counted: CountedRefusal[] = []) {
  return createRefusals(
    () => ({ siteNumber: 3, site }),
    refusal => counted.push(refusal),
  )
}

test.each([
  ['a page', 'https://jobs.example/offers/contact?q=secret#secret', 'jobs.example/offers/contact'],
  ['a page on a port', 'http://jobs.example:8080/x', 'jobs.example:8080/x'],
  ['a page with a name in front', 'https://secret:secret@jobs.example/x', 'jobs.example/x'],
  ['a message', 'mailto:a@b.example?body=secret', 'mailto:'],
  ['data', 'data:text/html,secret', 'data:'],
  ['something that is no address', 'secret', ''],
])('tells of %s neither query nor person', (_name, url, address) => {
  expect(refusals().page(url, 'path-not-listed')).toEqual({ reason: 'path-not-listed', address, code: 'W-3-18' })
})

test('cuts a long address', () => {
  expect(refusals().page(`https://a.example/${'b'.repeat(900)}`, 'path-not-listed').address).toHaveLength(200)
})

test('counts pages and their parts by reason', () => {
  const opened = refusals()
  opened.page('https://a.example/', 'host-not-listed')
  opened.part('host-not-listed')
  opened.part('type-not-web')
  expect([...opened.counts()]).toEqual([
    ['host-not-listed', 2],
    ['type-not-web', 1],
  ])
})

test('tells the report what was asked for, never the query, and nothing of what is no web address', () => {
  const counted: CountedRefusal[] = []
  const opened = refusals(counted)
  const request = { method: 'POST', resourceType: 'xhr', ruleId: 'no-contact' }
  opened.part('denied-by-entry', { ...request, url: 'https://secret:secret@jobs.example:8080/contact?q=secret#secret' })
  opened.page('mailto:secret@b.example', 'scheme-not-web')
  opened.part('dialog-not-allowed')
  expect(counted).toEqual([
    {
      reason: 'denied-by-entry',
      siteId: 'jobs',
      ruleId: 'no-contact',
      host: 'jobs.example:8080',
      path: '/contact',
      method: 'POST',
      type: 'xhr',
    },
    { reason: 'scheme-not-web', siteId: 'jobs', host: '', path: '', method: '', type: 'mainFrame' },
    { reason: 'dialog-not-allowed', siteId: 'jobs', host: '', path: '', method: '', type: 'other' },
  ])
})
