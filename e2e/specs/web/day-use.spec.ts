import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { approveJobs, visitJobs } from '../../fixtures/approved-site.ts'
import { OutsideSite } from '../../fixtures/outside-site.ts'
import { runInPage } from '../../fixtures/run-in-page.ts'
import { expect, test } from '../../fixtures/test.ts'

/** Asks for `count` addresses of a thousand characters each, one after the other, and says how many came. */
const use = (count: number, name: string) => `
  (async () => {
    let came = 0
    for (let number = 0; number < ${count}; number += 1) {
      const typed = ('${name}' + number).padEnd(998, 'word ')
      await fetch('/jobs/search?q=' + encodeURIComponent(typed)).then(() => came += 1, () => undefined)
    }
    return came
  })()`

test('the day’s use is shown, warned of, spent, and no restart gives it back', async ({ prison, folders, launch }) => {
  const jobs = await OutsideSite.open()
  const start = `${jobs.url}/jobs/`
  await approveJobs(prison, jobs)
  const first = await launch()
  await visitJobs(first)
  const { page } = first
  const share = page.getByText(/% of today’s use$/)
  await expect(share).toHaveText(/^[01]\s% of/)
  expect(await runInPage(first.app, start, use(7, 'early'))).toBe(7)
  await expect(share).toHaveText(/^8[78]\s% of/)
  await expect(page.getByText('Little left today')).toBeVisible()

  expect(await runInPage(first.app, start, use(3, 'late'))).toBe(1)
  await runInPage(first.app, start, `location.assign('/jobs/search?q=${'more-'.repeat(20)}')`)
  await expect(page.getByRole('heading', { name: 'Today’s use of this site is spent' })).toBeVisible()
  await expect(page.getByText('Spent for today')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ask for this page' })).toBeHidden()
  await expect(page.getByText('Code W-1-39')).toBeVisible()
  // The terminal's own gate said so: nothing more reached the gateway's.
  expect(jobs.arrived.filter(one => one.includes('search'))).toHaveLength(8)

  // What was read today still opens.
  await page.getByRole('main').getByRole('button', { name: 'First page' }).last().click()
  await expect(page.getByRole('heading', { name: 'Today’s use of this site is spent' })).toBeHidden()
  // On the disk within a second; nobody waits for it but this test.
  await expect.poll(() => readFile(join(folders.data, 'web-budgets.json'), 'utf8')).toContain('"query":8000')
  await first.kill()
  const again = await launch()
  await visitJobs(again)
  await expect(again.page.getByText('Little left today').or(again.page.getByText('Spent for today'))).toBeVisible()
  expect(await runInPage(again.app, start, use(1, 'after the restart'))).toBe(0)
  jobs.close()
})
