import { expect } from '../../fixtures/test.ts'
import { invite, test } from '../../fixtures/warden-test.ts'

test('the web is closed by the keys alone', async ({ prison, folders, sitDown }) => {
  expect(folders.configuration).toContain('kiosk.json')
  const anna = await sitDown()
  const { page } = anna
  await anna.join(await invite(prison, 'Anna'))
  await anna.tabTo(page.getByRole('button', { name: 'Close: Web' }))
  await page.keyboard.press('Enter')
  await expect(anna.heading).toBeFocused()
  await anna.tabTo(page.getByRole('radio', { name: 'Everyone' }))
  await page.keyboard.press('Space')
  await anna.tabTo(page.getByRole('radio', { name: 'Safety' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Incident' })).toBeChecked()
  const close = page.getByRole('button', { name: 'Hold to close' })
  await expect(close).toBeEnabled()
  await anna.tabTo(close)
  await page.keyboard.down('Enter')
  await expect(anna.heading).toHaveText('1 closing is in force')
  await page.keyboard.up('Enter')
  await expect(anna.heading).toBeFocused()
})
