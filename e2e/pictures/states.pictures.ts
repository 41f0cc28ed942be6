import { writeFile } from 'node:fs/promises'
import { approveJobs, visitJobs } from '../fixtures/approved-site.ts'
import { Kiosk } from '../fixtures/kiosk.ts'
import { OutsideSite } from '../fixtures/outside-site.ts'
import { christian, jeanBosco } from '../fixtures/people.ts'
import { runInPage } from '../fixtures/run-in-page.ts'
import { setPrice } from '../fixtures/set-price.ts'
import { expect, test } from '../fixtures/test.ts'
import { takePicture } from './take-picture.ts'

const size = '1366x768'

test('without a line, then with an answer that needs the person', async ({ prison, line, launch }) => {
  const kiosk = await launch(size)
  const { page } = kiosk
  const take = (name: string) => takePicture(page, size, name)
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toHaveText('Connected')
  line.cut()
  await expect(kiosk.line).toContainText('No connection')
  await take('home-offline')
  await kiosk.speak('Français')
  await take('home-offline-fr')
  await kiosk.speak('English')
  await kiosk.goTo('Web')
  await take('web-offline')
  const product = await kiosk.putIntoCart()
  await page.getByRole('button', { name: 'Review order' }).click()
  await take('review-offline')
  await page.getByRole('button', { name: 'Order now' }).click()
  await expect(kiosk.heading).toHaveText('Your receipt')
  await take('receipt-offline')
  await kiosk.line.click()
  await take('line-panel-offline')
  await page.keyboard.press('Escape')
  await (await kiosk.requests()).first().getByRole('button').click()
  await take('request-offline')
  await kiosk.goTo('Account')
  await take('account-offline')

  await setPrice(prison, product, seen => seen + 30)
  line.restore()
  await (await kiosk.requests()).filter({ hasText: 'Needs you' }).getByRole('button').click()
  await expect(page.getByRole('button', { name: 'Order at the new price' })).toBeVisible()
  await take('price-rose')
  await kiosk.goTo('My requests')
  await take('requests-needs-you')
})

test('a page that is refused, and then asked for', async ({ prison, launch }) => {
  const jobs = await OutsideSite.open()
  await approveJobs(prison, jobs)
  const kiosk = await launch(size)
  const { page } = kiosk
  await visitJobs(kiosk)
  await runInPage(kiosk.app, `${jobs.url}/jobs/`, `location.assign('${jobs.url}/rules/visits')`)
  const ask = page.getByRole('button', { name: 'Ask for this page' })
  await expect(ask).toBeVisible()
  await takePicture(page, size, 'web-refused')
  await page.setViewportSize({ width: 1024, height: 600 })
  await takePicture(page, '1024x600', 'web-refused')
  await page.setViewportSize({ width: 1366, height: 768 })
  await ask.click()
  await expect(page.getByText('You asked for this page.')).toBeVisible()
  await takePicture(page, size, 'web-asked')
  await (await kiosk.requests()).filter({ hasText: 'Request for a web page' }).getByRole('button').click()
  await takePicture(page, size, 'request-page')
  jobs.close()
})

test('the day’s use of a site, from quiet to spent', async ({ prison, launch }) => {
  const jobs = await OutsideSite.open()
  const start = `${jobs.url}/jobs/`
  await approveJobs(prison, jobs)
  const kiosk = await launch('1024x600')
  const { page } = kiosk
  await visitJobs(kiosk)
  const use = (name: string, length: number) => {
    const typed = JSON.stringify(name.padEnd(length - 2, 'x'))
    return runInPage(kiosk.app, start, `fetch('/jobs/s?q=' + ${typed}).then(() => 'came', () => 'refused')`)
  }
  await use('a', 960)
  await kiosk.speak('Deutsch')
  await expect(page.getByText(/^1[23]\s% für heute/)).toBeVisible()
  await takePicture(page, '1024x600', 'web-use-quiet')
  for (const name of 'bcde') await use(name, 1500)
  await expect(page.getByText('Wenig übrig')).toBeVisible()
  await takePicture(page, '1024x600', 'web-use-little')
  await kiosk.speak('Français')
  await takePicture(page, '1024x600', 'web-use-little-fr')
  await kiosk.speak('Nederlands')
  await takePicture(page, '1024x600', 'web-use-little-nl')
  await use('f', 1000)
  await runInPage(kiosk.app, start, `location.assign('/jobs/s?q=${'z'.repeat(500)}')`)
  await kiosk.speak('Deutsch')
  await expect(page.getByText('Nichts übrig')).toBeVisible()
  await takePicture(page, '1024x600', 'web-use-spent')
  jobs.close()
})

test('a cart that costs more than there is, and a wrong PIN', async ({ prison, launch }) => {
  const kiosk = await launch(size)
  const { page } = kiosk
  await kiosk.signIn(christian)
  await expect(kiosk.line).toHaveText('Connected')
  await takePicture(page, size, 'home-other-person')
  await kiosk.goTo('Canteen')
  await takePicture(page, size, 'canteen-empty-cart')
  const product = await kiosk.putIntoCart()
  await setPrice(prison, product, () => 90_000)
  await page.getByRole('button', { name: 'Review order' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await takePicture(page, size, 'review-obstacle')
  await kiosk.signOut()
  await page.getByRole('button', { name: christian.name }).click()
  const refusal = page.getByText('Number and PIN do not match. Please try again.')
  for (const _ of [1, 2, 3, 4]) {
    await kiosk.enterPin('0000')
    await expect(page.getByRole('status', { name: 'Enter your PIN' })).toContainText('0 digits entered')
    await expect(refusal).toBeVisible()
  }
  await takePicture(page, size, 'sign-in-wrong-pin')
})

test('a terminal that has never met its prison, and one whose configuration is damaged', async ({
  line,
  folders,
  launch,
}) => {
  line.cut()
  const kiosk = await launch(size)
  await expect(kiosk.line).toContainText('No connection')
  await takePicture(kiosk.page, size, 'sign-in-never-met')
  await kiosk.kill()

  await writeFile(folders.configuration, '{')
  const unset = await Kiosk.launch(folders, size)
  await unset.followPage('CONFIGURATION_INVALID')
  await expect(unset.page.getByText('CONFIGURATION_INVALID')).toBeVisible()
  await takePicture(unset.page, size, 'set-up-damaged')
  await unset.kill()
})
