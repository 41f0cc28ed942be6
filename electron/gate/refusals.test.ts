import { expect, test } from 'vitest'
import { createRefusals } from './refusals.ts'

const refusals = () => createRefusals(() => ({ siteNumber: 3 }))

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
