import { approveJobs, visitJobs } from '../../fixtures/approved-site.ts'
import { examine } from '../../fixtures/examine.ts'
import { OutsideSite } from '../../fixtures/outside-site.ts'
import { jeanBosco } from '../../fixtures/people.ts'
import { platformClosed, showOpenState } from '../../fixtures/show-open-state.ts'
import { runInPage } from '../../fixtures/run-in-page.ts'
import { expect, test } from '../../fixtures/test.ts'
import { tour } from '../../fixtures/tour.ts'

test('nothing on any screen keeps out who sees, hears or moves otherwise', async ({ launch }) => {
  const kiosk = await launch('1024x600')
  const wrong: Record<string, string[]> = {}
  await tour(kiosk, jeanBosco, async screen => {
    const found = await examine(kiosk.page)
    if (found.length > 0) wrong[screen] = found
  })
  expect(wrong).toEqual({})
})

test('nor where a page of the web is refused, and asked for', async ({ prison, launch }) => {
  const jobs = await OutsideSite.open()
  await approveJobs(prison, jobs)
  const kiosk = await launch('1024x600')
  const { page } = kiosk
  await visitJobs(kiosk)
  await runInPage(kiosk.app, `${jobs.url}/jobs/`, `location.assign('${jobs.url}/rules/visits')`)
  const ask = page.getByRole('button', { name: 'Ask for this page' })
  await expect(ask).toBeVisible()
  expect(await examine(page)).toEqual([])
  await ask.click()
  await expect(page.getByText('You asked for this page.')).toBeVisible()
  expect(await examine(page)).toEqual([])
  await (await kiosk.requests()).filter({ hasText: 'Request for a web page' }).getByRole('button').click()
  await expect(page.getByText('The page you asked for')).toBeVisible()
  expect(await examine(page)).toEqual([])
  jobs.close()
})

test('nor where something is closed, or about to be worked on', async ({ launch }) => {
  const kiosk = await launch('1024x600')
  const { app, page } = kiosk
  const closure = { reason: 'technical', line: 'À ce soir.', until: null } as const
  const maintenance = { phase: 'planned', from: '2099-03-02T10:00:00Z', until: null, line: null } as const
  await kiosk.signIn(jeanBosco)
  await showOpenState(app, { canteen: closure, medical: closure, web: closure, notices: closure, maintenance })
  await kiosk.goTo('Home')
  expect(await examine(page)).toEqual([])
  for (const place of ['Canteen', 'Medical', 'Web']) {
    await kiosk.goTo(place)
    await expect(kiosk.heading).toContainText('closed')
    expect(await examine(page)).toEqual([])
  }
  await showOpenState(app, platformClosed(closure))
  await kiosk.goTo('Home')
  await expect(kiosk.heading).toHaveText('Most services are closed for now')
  expect(await examine(page)).toEqual([])
  await kiosk.signOut()
  await expect(kiosk.heading).toHaveText('Who is signing in?')
  await showOpenState(app, platformClosed(closure))
  await expect(page.getByRole('region', { name: 'Closed' })).toBeVisible()
  expect(await examine(page)).toEqual([])
})
