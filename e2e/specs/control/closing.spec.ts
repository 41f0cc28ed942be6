import type { Page } from '@playwright/test'
import { approveJobs, openJobs, visitJobs } from '../../fixtures/approved-site.ts'
import type { Kiosk, languages } from '../../fixtures/kiosk.ts'
import { OutsideSite } from '../../fixtures/outside-site.ts'
import { jeanBosco } from '../../fixtures/people.ts'
import type { PrisonServer } from '../../fixtures/prison-server.ts'
import { expect, test } from '../../fixtures/test.ts'
import { ann, appointWardens, close, openByTwo } from '../../fixtures/wardens.ts'

const webIsClosed: Readonly<Record<keyof typeof languages, string>> = {
  Français: 'Les sites web sont fermés',
  Nederlands: 'De websites zijn gesloten',
  Deutsch: 'Die Websites sind geschlossen',
  English: 'The web is closed',
}
const line = 'Alles komt terug na het onderzoek'
/** A terminal hears of an order at once; a busy machine takes its time to show it. */
const SOON_MS = 10_000

let jobs: OutsideSite

test.beforeEach(async ({ prison }) => {
  jobs = await OutsideSite.open()
  await approveJobs(prison, jobs)
  await appointWardens(prison)
})

test.afterEach(() => {
  jobs.close()
})

/** A product in the cart, and a page of the approved site on the screen. */
async function beginBoth(kiosk: Kiosk): Promise<{ readonly page: Page; readonly product: string }> {
  await kiosk.signIn(jeanBosco)
  const product = await kiosk.putIntoCart()
  await kiosk.goTo('Web')
  return { page: await openJobs(kiosk), product }
}

async function expectInCart(kiosk: Kiosk, product: string): Promise<void> {
  await kiosk.goTo('Canteen')
  await expect(kiosk.page.getByRole('button', { name: `One less: ${product}` }).first()).toBeEnabled()
}

const says = (kiosk: Kiosk, text: string) => kiosk.page.getByText(text, { exact: true })

/** Accepted so far, those of the sample among them. */
const orders = async (prison: PrisonServer): Promise<number> => {
  const [row] = await prison.query<{ count: string }>(`select count(*) from operations where kind = 'canteen.order'`)
  return Number(row?.count)
}

test('a warden closes the web: the page is gone, the draft is there, and it is said in four languages', async ({
  prison,
  launch,
}) => {
  const kiosk = await launch()
  const { page, product } = await beginBoth(kiosk)

  const closing = await close(prison, 'web', '--reason', 'investigation', '--line', line)
  await expect.poll(() => page.isClosed(), { timeout: SOON_MS }).toBe(true)
  for (const [language, title] of Object.entries(webIsClosed)) {
    await kiosk.speak(language as keyof typeof languages)
    await expect(kiosk.heading).toHaveText(title)
    await expect(kiosk.page.getByText(line)).toBeVisible()
  }
  await expectInCart(kiosk, product)

  // One warden opens the web again; the visit begins anew.
  await prison.run('state', 'open', closing, '--as', ann)
  await kiosk.goTo('Web')
  await openJobs(kiosk)
})

test('the whole platform is closed: what was recorded is delivered, a restart opens nothing, two wardens do', async ({
  prison,
  line: network,
  launch,
}) => {
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  const before = await orders(prison)
  network.cut()
  await kiosk.order()
  const closing = await close(prison, 'platform', '--reason', 'safety')
  expect(await orders(prison)).toBe(before)

  network.restore()
  await kiosk.goTo('Home')
  await expect(kiosk.heading).toHaveText('Most services are closed for now', { timeout: SOON_MS })
  await expect.poll(() => orders(prison), { timeout: SOON_MS }).toBe(before + 1)
  await expect((await kiosk.requests()).filter({ hasText: 'Received by the prison' })).toBeVisible()

  await kiosk.kill()
  network.cut()
  const again = await launch()
  await again.signIn(jeanBosco)
  await expect(again.heading).toHaveText('Most services are closed for now')
  await again.goTo('Canteen')
  await expect(again.heading).toHaveText('The canteen is closed')

  network.restore()
  await openByTwo(prison, closing)
  await expect(again.heading).not.toHaveText('The canteen is closed', { timeout: 4 * SOON_MS })
  await expectInCart(again, await again.putIntoCart())
  expect(await orders(prison)).toBe(before + 1)
})

test('a terminal that was cut off before the order loses the web with its lease', async ({
  prison,
  line: network,
  launch,
}) => {
  await prison.run('state', 'leases', '--web', '10', '--as', ann)
  const kiosk = await launch()
  const page = await visitJobs(kiosk)
  network.cut()
  await close(prison, 'web', '--reason', 'incident')
  await expect.poll(() => page.isClosed(), { timeout: 2 * SOON_MS }).toBe(true)
  await expect(kiosk.heading).toHaveText(webIsClosed.English)
  // It has not heard why; it says what it knows.
  await expect(says(kiosk, 'This terminal has not heard from the prison for too long.')).toBeVisible()

  network.restore()
  await expect(says(kiosk, 'Something has happened that the staff have to see to first.')).toBeVisible({
    timeout: 3 * SOON_MS,
  })
})
