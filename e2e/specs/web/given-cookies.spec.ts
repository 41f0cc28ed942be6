import { approveJobs, visitJobs } from '../../fixtures/approved-site.ts'
import { OutsideSite } from '../../fixtures/outside-site.ts'
import { runInPage } from '../../fixtures/run-in-page.ts'
import { expect, test } from '../../fixtures/test.ts'

let jobs: OutsideSite

test.beforeEach(async () => {
  jobs = await OutsideSite.open()
  const given = { headers: { 'set-cookie': 'sid=given; HttpOnly' } }
  jobs.pages.set('/jobs/', { ...given, text: '<!doctype html><title>Outside</title><h1>Outside</h1>' })
  jobs.pages.set('/jobs/given', { headers: { 'set-cookie': 'lang=nl' }, text: 'given' })
})

test.afterEach(() => {
  jobs.close()
})

test('a site gets back the cookies it gave, and never one that its script wrote', async ({ prison, launch }) => {
  await approveJobs(prison, jobs)
  const kiosk = await launch()
  await visitJobs(kiosk)
  const read = `
    (async () => {
      await fetch('/jobs/given')
      document.cookie = 'note=meet-me-at-noon'
      await fetch('/jobs/beside')
      document.cookie = 'lang=meet-me-at-noon'
      await cookieStore?.set('lang2', 'meet-me-at-noon').catch(() => undefined)
      await fetch('/jobs/instead')
      document.cookie = 'lang=nl'
      await fetch('/jobs/again')
      return document.cookie
    })()`
  // The page itself still reads what it wrote: what it keeps for itself works.
  expect(await runInPage(kiosk.app, `${jobs.url}/jobs/`, read)).toContain('note=meet-me-at-noon')
  const cookiesOf = (path: string) => jobs.cookies[jobs.arrived.indexOf(`GET /jobs/${path}`)]
  expect(cookiesOf('given')).toBe('sid=given')
  expect(cookiesOf('beside')).toBe('lang=nl; sid=given')
  expect(cookiesOf('instead')).toBe('sid=given')
  expect(cookiesOf('again')).toBe('lang=nl; sid=given')
  expect(jobs.cookies.join()).not.toContain('noon')
})
