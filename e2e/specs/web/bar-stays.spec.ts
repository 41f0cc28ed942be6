import { approveJobs, visitJobs } from '../../fixtures/approved-site.ts'
import type { Kiosk } from '../../fixtures/kiosk.ts'
import { OutsideSite } from '../../fixtures/outside-site.ts'
import { runInPage } from '../../fixtures/run-in-page.ts'
import { expect, test } from '../../fixtures/test.ts'

/** Where the window and what is in it lie, the site's page last. */
function places(kiosk: Kiosk) {
  return kiosk.app.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows().map(window => ({
      window: window.getBounds(),
      isFullScreen: window.isFullScreen(),
      views: window.contentView.children.map(view => view.getBounds()),
    })),
  )
}

const attempts = `
  (async () => {
    const said = []
    const quietly = async (name, attempt) => {
      try { await attempt(); said.push(name) } catch {}
    }
    const sheet = document.createElement('dialog')
    sheet.textContent = 'Sign in'
    sheet.style = 'position: fixed; inset: -400px; width: 4000px; height: 4000px; z-index: 2147483647; max-width: none'
    document.body.append(sheet)
    await quietly('shown', () => sheet.showModal())
    await quietly('moved', () => moveTo(0, 0))
    await quietly('moved by', () => moveBy(-200, -200))
    await quietly('resized', () => resizeTo(4000, 4000))
    await quietly('resized by', () => resizeBy(400, 400))
    await quietly('scrolled', () => scrollTo(0, -500))
    await quietly('full screen', () => sheet.requestFullscreen())
    await quietly('pointer lock', () => document.body.requestPointerLock())
    await quietly('zoomed', () => { document.body.style.zoom = 5 })
    await quietly('window', () => { if (open('/jobs/', 'other', 'popup,left=0,top=0,width=800,height=100') === null) throw 0 })
    await quietly('focus', () => parent.focus())
    return said
  })()`

test('a page cannot cover, move or leave its place under the bar', async ({ prison, launch }) => {
  const jobs = await OutsideSite.open()
  await approveJobs(prison, jobs)
  const kiosk = await launch('1024x600')
  await visitJobs(kiosk)
  const bar = kiosk.page.getByRole('main').getByRole('button', { name: 'Close' })
  const before = await places(kiosk)
  const page = before[0]?.views.at(-1)
  const barBox = await bar.boundingBox()
  expect(before).toHaveLength(1)
  expect(page?.y ?? 0).toBeGreaterThanOrEqual((barBox?.y ?? Infinity) + (barBox?.height ?? 0))

  const said = await runInPage(kiosk.app, `${jobs.url}/jobs/`, attempts)
  expect(said).toContain('shown')
  expect(said).not.toContain('full screen')
  expect(said).not.toContain('pointer lock')
  expect(said).not.toContain('window')
  expect(await places(kiosk)).toEqual(before)
  await expect(kiosk.page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible()
  await bar.click()
  await expect.poll(async () => (await places(kiosk))[0]?.views).toHaveLength(1)
  jobs.close()
})
