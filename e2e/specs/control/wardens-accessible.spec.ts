import { examine } from '../../fixtures/examine.ts'
import { expect } from '../../fixtures/test.ts'
import { invite, test } from '../../fixtures/warden-test.ts'

test('nothing on the wardens’ page keeps out who sees, hears or moves otherwise', async ({ prison, sitDown }) => {
  const anna = await sitDown('390x844')
  const { page } = anna
  const button = (name: string) => page.getByRole('button', { name })
  const wrong: Record<string, string[]> = {}
  const look = async (screen: string) => {
    const found = await examine(page)
    if (found.length > 0) wrong[screen] = found
  }
  await page.goto(await invite(prison, 'Anna'))
  await expect(button('Make my passkey')).toBeVisible()
  await look('link')
  await button('Make my passkey').click()
  await expect(anna.heading).toHaveText('Everything is open')
  await look('everything is open')

  await anna.goTo('Close')
  await look('the switch, empty')
  await anna.choose('Web', 'One person', 'Incident')
  await page.getByRole('textbox', { name: 'Number on the door card' }).fill('99999')
  await button('Find').click()
  await expect(page.getByText('Nobody has this number.')).toBeVisible()
  await look('the switch, refused')
  await anna.choose('The whole platform', 'Everyone')
  await expect(button('Hold to close')).toBeEnabled()
  await look('the switch, ready')
  await anna.hold('Hold to close', page.getByText('In force.'))
  await look('closed')
  await button('Reopen: The whole platform, for everyone').click()
  await expect(button('Hold to ask for approval')).toBeEnabled()
  await look('reopening')
  await anna.hold('Hold to ask for approval', page.getByText('You gave this order.'))
  await look('waiting')

  await anna.goTo('Maintenance')
  await look('maintenance')
  await anna.hold('Hold to begin now', button('Hold to end'))
  await look('maintenance, begun')
  await anna.goTo('Overview')
  await expect(page.getByText('Maintenance is under way')).toBeVisible()
  await look('overview in maintenance')

  await anna.goTo('Wardens')
  await page.getByRole('textbox', { name: 'Name, as records will call them' }).fill('Carla')
  await button('Make a link').click()
  await expect(page.getByText('The link for Carla')).toBeVisible()
  await look('wardens')

  await anna.goTo('Overview')
  await prison.kill()
  await expect(page.getByText(/Figures from/)).toBeVisible()
  await look('connection lost')
  expect(wrong).toEqual({})
})
