import { expect } from '../../fixtures/test.ts'
import { invite, test } from '../../fixtures/warden-test.ts'
import type { Warden } from '../../fixtures/warden.ts'

async function photograph({ page }: Warden, name: string): Promise<void> {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
}

test('a warden closes the web and the platform, a second one lets it be opened again', async ({
  prison,
  folders,
  sitDown,
}) => {
  expect(folders.configuration).toContain('kiosk.json')
  const anna = await sitDown()
  const ben = await sitDown('390x844')

  await anna.join(await invite(prison, 'Anna'))
  await expect(anna.heading).toHaveText('Everything is open')
  await photograph(anna, 'open')

  await anna.goTo('Close')
  await anna.choose('Web', 'Everyone', 'Incident')
  await expect(anna.page.getByText(/people at 1 terminal/)).toBeVisible()
  await expect(anna.page.getByText('Closes at once: Web.')).toBeVisible()
  await photograph(anna, 'close')
  await anna.hold('Hold to close', anna.page.getByText('In force. The terminals are being told.'))
  await expect(anna.heading).toHaveText('1 closing is in force')

  await anna.page.getByRole('button', { name: 'Close: The whole platform' }).click()
  await anna.choose('Everyone', 'Safety')
  await anna.hold('Hold to close', anna.page.getByText('In force.'))
  await expect(anna.heading).toHaveText('2 closings are in force')
  await expect(anna.page.getByText('A-07')).toBeVisible()

  await anna.page.getByRole('button', { name: 'Reopen: The whole platform, for everyone' }).click()
  await expect(anna.page.getByText('only when another warden has approved it')).toBeVisible()
  await photograph(anna, 'reopen')
  await anna.hold('Hold to ask for approval', anna.page.getByText('You gave this order.'))
  await expect(anna.heading).toHaveText('2 closings are in force')
  await photograph(anna, 'waiting')

  await ben.join(await invite(prison, 'Ben'))
  await expect(ben.waiting.getByText('Reopen: The whole platform, for everyone')).toBeVisible()
  await photograph(ben, 'phone-waiting')
  await ben.hold('Hold to approve', ben.page.getByRole('heading', { name: '1 closing is in force' }))
  await photograph(ben, 'phone-overview')
  // The other one's page hears of it by itself.
  await expect(anna.heading).toHaveText('1 closing is in force')

  await ben.goTo('Close')
  await ben.choose('Canteen', 'One wing', 'Technical')
  await photograph(ben, 'phone-close')

  await anna.page.getByRole('button', { name: 'Reopen: Web, for everyone' }).click()
  await anna.hold('Hold to reopen', anna.page.getByRole('heading', { name: 'Everything is open' }))

  await anna.page.getByRole('button', { name: 'Sign out' }).click()
  await anna.page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(anna.heading).toHaveText('Everything is open')
  expect([...anna.complaints, ...ben.complaints].filter(text => !text.includes('401'))).toEqual([])
})

test('a link works once, and is gone from the address bar', async ({ prison, sitDown }) => {
  const link = await invite(prison, 'Anna')
  const anna = await sitDown()
  await anna.join(link)
  expect(anna.page.url()).not.toContain('join')
  const stranger = await sitDown()
  await stranger.page.goto(link)
  await expect(stranger.page.getByRole('heading', { name: 'This link is not good' })).toBeVisible()
})
