import { approveJobs, visitJobs } from '../../fixtures/approved-site.ts'
import { OutsideSite } from '../../fixtures/outside-site.ts'
import { runInPage } from '../../fixtures/run-in-page.ts'
import { expect, test } from '../../fixtures/test.ts'

let jobs: OutsideSite
/** On another port: to a policy that is as far away as another host. */
let elsewhere: OutsideSite

test.beforeEach(async () => {
  jobs = await OutsideSite.open()
  elsewhere = await OutsideSite.open()
})

test.afterEach(() => {
  jobs.close()
  elsewhere.close()
})

test('an approved site is read, and nothing else that its page tries arrives anywhere', async ({ prison, launch }) => {
  await approveJobs(prison, jobs)
  const kiosk = await launch()
  await visitJobs(kiosk)
  const read = `fetch('/jobs/read').then(answer => answer.status)`
  expect(await runInPage(kiosk.app, `${jobs.url}/jobs/`, read)).toBe(200)

  const attempts = (url: string, kind: string) => `
    (() => {
      const quietly = attempt => { try { Promise.resolve(attempt()).catch(() => undefined) } catch {} }
      quietly(() => fetch('${url}/${kind}/fetch', { method: 'POST', body: 'words', mode: 'no-cors' }))
      quietly(() => navigator.sendBeacon('${url}/${kind}/beacon', 'words'))
      quietly(() => { new Image().src = '${url}/${kind}-outside/image' })
      quietly(() => new WebSocket('${url.replace('http', 'ws')}/${kind}/socket'))
      quietly(() => window.open('${url}/${kind}-outside/window'))
      const form = document.createElement('form')
      Object.assign(form, { method: 'post', action: '${url}/${kind}/form' })
      document.body.append(form)
      quietly(() => form.submit())
      return 'tried'
    })()`
  for (const url of [jobs.url, elsewhere.url]) {
    expect(await runInPage(kiosk.app, `${jobs.url}/jobs/`, attempts(url, 'jobs'))).toBe('tried')
  }
  // What may be read still is, after all that.
  await kiosk.page.getByRole('main').getByRole('button', { name: 'First page' }).first().click()
  await expect.poll(() => jobs.arrived).toEqual(['GET /jobs/', 'GET /jobs/read', 'GET /jobs/'])
  expect(elsewhere.arrived).toEqual([])
})

test('a page that is not approved is refused with a code, and the way back is open', async ({ prison, launch }) => {
  await approveJobs(prison, jobs)
  const kiosk = await launch()
  await visitJobs(kiosk)
  await runInPage(kiosk.app, `${jobs.url}/jobs/`, `location.assign('${elsewhere.url}/')`)
  await expect(kiosk.page.getByRole('heading', { name: 'This page is not open here' })).toBeVisible()
  await expect(kiosk.page.getByText(/^Code W-\d+-\d+$/)).toBeVisible()
  expect(elsewhere.arrived).toEqual([])

  await kiosk.page.getByRole('main').getByRole('button', { name: 'First page' }).last().click()
  await expect.poll(() => jobs.arrived).toEqual(['GET /jobs/', 'GET /jobs/'])
  await expect(kiosk.page.getByRole('heading', { name: 'This page is not open here' })).toBeHidden()
})

test('a page that is refused can be asked for, and the technician reads its address', async ({ prison, launch }) => {
  await approveJobs(prison, jobs)
  const kiosk = await launch()
  await visitJobs(kiosk)
  await runInPage(kiosk.app, `${jobs.url}/jobs/`, `location.assign('${jobs.url}/rules/visits?words=a-message')`)
  await kiosk.page.getByRole('button', { name: 'Ask for this page' }).click()
  await expect(kiosk.page.getByText('You asked for this page. You find it in My requests.')).toBeVisible()
  await expect(kiosk.page.getByRole('button', { name: 'Ask for this page' })).toBeHidden()

  const requests = await kiosk.requests()
  const asked = requests.filter({ hasText: 'Request for a web page' })
  await expect(asked).toHaveText(/Received by the prison/)
  await asked.getByRole('button').click()
  await expect(kiosk.page.getByText(`127.0.0.1:${jobs.port}/rules/visits`, { exact: true })).toBeVisible()
  const listed = await prison.run('requests', 'list')
  expect(listed).toMatch(new RegExp(`web .* W-1-\\d+ {2}127.0.0.1:${jobs.port}/rules/visits\\n`))
  expect(listed).not.toContain('a-message')
})

test('without a line the web is closed, and it opens again with the line', async ({ prison, line, launch }) => {
  await approveJobs(prison, jobs)
  const kiosk = await launch()
  await visitJobs(kiosk)
  const closed = kiosk.page.getByRole('heading', { name: 'No connection: the web is closed' })
  line.cut()
  await expect(closed).toBeVisible()
  await expect(kiosk.page.getByRole('main').getByRole('button', { name: 'First page' })).toBeDisabled()

  line.restore()
  await expect(closed).toBeHidden()
  await kiosk.page.getByRole('main').getByRole('button', { name: 'First page' }).click()
  await expect.poll(() => jobs.arrived.length).toBeGreaterThan(1)
})
