import { approveJobs, visitJobs } from '../../fixtures/approved-site.ts'
import type { Kiosk } from '../../fixtures/kiosk.ts'
import { OutsideSite } from '../../fixtures/outside-site.ts'
import { runInPage } from '../../fixtures/run-in-page.ts'
import { pressInPage, Screen } from '../../fixtures/screen.ts'
import { expect, test } from '../../fixtures/test.ts'

const page = `<!doctype html><title>Outside</title><link rel="icon" href="data:,"><body style="margin:0;overflow:hidden">
  <h1>Outside</h1>
  <style>.low { position: absolute; bottom: 4px; width: 300px; height: 40px } option { font-size: 40px }</style>
  <select class="low" style="left:20px"></select>
  <input type="date" class="low" id="low" style="left:400px;height:60px">
  <input type="color" class="low" style="left:710px;width:100px">
  <script>
    const select = document.querySelector('select')
    for (let at = 0; at < 60; at += 1) select.add(new Option('Close ' + at + ' what is not the kiosk’s own'.repeat(3)))
  </script>`

/** Fewer than any window has; the kiosk's own clock may go on meanwhile. */
const FEW_PIXELS = 500
const MANY_PIXELS = 2000
const OPEN_MS = 4000

/** What a person does, by what it opens. The address begins so. */
const ways: Readonly<Record<string, (kiosk: Kiosk, address: string) => Promise<unknown>>> = {
  'a long list, pressed': (kiosk, address) => pressInPage(kiosk, address, 'select'),
  'a long list, by script': ({ app }, address) =>
    runInPage(app, address, `document.querySelector('select').showPicker()`),
  'a date': ({ app }, address) => runInPage(app, address, `low.showPicker()`),
  'a colour': (kiosk, address) => pressInPage(kiosk, address, '[type=color]'),
}

for (const [name, open] of Object.entries(ways)) {
  test(`${name}: what opens low on a page stays below the bar`, async ({ prison, launch }) => {
    const jobs = await OutsideSite.open()
    jobs.pages.set('/jobs/', { text: page })
    await approveJobs(prison, jobs)
    const kiosk = await launch('1366x768')
    await visitJobs(kiosk)
    const screen = await Screen.of(kiosk)
    const before = await screen.settled()

    const isOpen = async () => before.changedIn(await screen.look(), 'page') > MANY_PIXELS
    // What comes before a page is painted is thrown away: then a person does it again.
    await expect(async () => {
      if (!(await isOpen())) await open(kiosk, `${jobs.url}/jobs/`)
      await expect.poll(isOpen, { timeout: OPEN_MS }).toBe(true)
    }).toPass()
    const after = await screen.settled()
    expect(before.changedIn(after, 'page')).toBeGreaterThan(MANY_PIXELS)
    expect(before.changedIn(after, 'bar')).toBeLessThan(FEW_PIXELS)
    // A kiosk that is killed in a visit leaves the display as the visit needs it, and the next window goes lower for that.
    await kiosk.page.getByRole('main').getByRole('button', { name: 'Close' }).click()
    await expect(kiosk.page.getByRole('button', { name: 'Jobs' })).toBeVisible()
    jobs.close()
  })
}
