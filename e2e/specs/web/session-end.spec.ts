import { approveJobs, openJobs, visitJobs } from '../../fixtures/approved-site.ts'
import type { Kiosk } from '../../fixtures/kiosk.ts'
import { OutsideSite } from '../../fixtures/outside-site.ts'
import { christian } from '../../fixtures/people.ts'
import { runInPage } from '../../fixtures/run-in-page.ts'
import { expect, test } from '../../fixtures/test.ts'

let jobs: OutsideSite

test.beforeEach(async () => {
  jobs = await OutsideSite.open()
  jobs.pages.set('/jobs/', {
    headers: { 'set-cookie': 'served=1; Max-Age=86400' },
    text: '<!doctype html><title>Outside</title><h1>Outside</h1><link rel="icon" href="data:,">',
  })
  jobs.pages.set('/jobs/kept', { headers: { 'cache-control': 'max-age=86400' }, text: 'kept' })
  jobs.pages.set('/jobs/worker.js', { type: 'text/javascript', text: 'onfetch = () => undefined' })
})

test.afterEach(() => {
  jobs.close()
})

/** Leaves behind whatever a page can leave, and says what it could. */
const leave = `
  (async () => {
    document.cookie = 'written=1; max-age=86400'
    localStorage.setItem('word', 'mine')
    sessionStorage.setItem('word', 'mine')
    const cache = await caches.open('mine')
    await cache.put('/jobs/kept', new Response('mine'))
    await fetch('/jobs/kept')
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open('mine', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('words')
      opening.onsuccess = () => resolve(opening.result.close())
      opening.onerror = reject
    })
    window.name = 'mine'
    return navigator.serviceWorker.register('/jobs/worker.js').then(() => 'registered', () => 'refused')
  })()`

/** What a page finds of another visit. */
const find = `
  (async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    name: window.name,
    history: history.length,
    kept: await fetch('/jobs/kept').then(answer => answer.text()),
  }))()`

const nothing = {
  // Set anew by the page that is looking.
  cookie: 'served=1',
  local: 0,
  session: 0,
  caches: [],
  databases: [],
  workers: 0,
  name: '',
  history: 1,
  kept: 'kept',
}

const inPage = (kiosk: Kiosk, script: string) => runInPage(kiosk.app, `${jobs.url}/jobs/`, script)
const closeVisit = (kiosk: Kiosk) => kiosk.page.getByRole('main').getByRole('button', { name: 'Close' }).click()

test('what a page leaves behind is gone in the next visit, of the same person and of another', async ({
  prison,
  launch,
}) => {
  await approveJobs(prison, jobs)
  const kiosk = await launch()
  await visitJobs(kiosk)
  expect(await inPage(kiosk, leave)).toBe('refused')
  expect(jobs.arrived).not.toContain('GET /jobs/worker.js')
  // It was all there: what is gone later was really left.
  expect(await inPage(kiosk, find)).toMatchObject({
    cookie: 'served=1; written=1',
    local: 1,
    session: 1,
    caches: ['mine'],
    databases: ['mine'],
  })

  await closeVisit(kiosk)
  await openJobs(kiosk)
  const arrivals = () => jobs.arrived.filter(one => one === 'GET /jobs/kept').length
  const before = arrivals()
  expect(await inPage(kiosk, find)).toEqual(nothing)
  // Not out of a cache either.
  expect(arrivals()).toBe(before + 1)

  await inPage(kiosk, leave)
  await kiosk.signOut()
  await visitJobs(kiosk, christian)
  expect(await inPage(kiosk, find)).toEqual(nothing)
  const firstPages = jobs.cookies.filter((_cookies, index) => jobs.arrived[index] === 'GET /jobs/')
  expect(firstPages).toEqual(['', '', ''])
})
