import type { Page } from '@playwright/test'
import { examine } from '../../fixtures/examine.ts'
import { jeanBosco } from '../../fixtures/people.ts'
import { giveServiceCode, holdClock, pressServiceKeys } from '../../fixtures/service.ts'
import { expect, test } from '../../fixtures/test.ts'

const title = 'Service: A-07'

/** What a page that was taken over would try. */
const callFromPage = (page: Page, name: string) =>
  page.evaluate(async channel => {
    const { guichet } = globalThis as unknown as {
      guichet: { call: (name: string, input: object) => Promise<object> }
    }
    return guichet.call(channel, {})
  }, name)
const shut = { ok: false, error: { code: 'SERVICE_SCREEN_SHUT', retryable: false } }

test('a technician opens the service screen with a code, without a line, and lets the doctor look', async ({
  prison,
  line,
  launch,
}) => {
  const kiosk = await launch('1024x600')
  const { page } = kiosk
  await expect(page.getByRole('button', { name: jeanBosco.name })).toBeVisible()
  const code = await giveServiceCode(prison)
  line.cut()
  expect(await callFromPage(page, 'service:read')).toEqual(shut)
  await page.getByRole('button', { name: 'English' }).click()
  await holdClock(page)
  await expect(kiosk.heading).toHaveText('Service code')
  expect(await examine(page)).toEqual([])
  await page.keyboard.type('00000000')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('does not open this terminal')
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect(kiosk.heading).toHaveText(title)
  await page.getByRole('button', { name: 'Look now' }).click()
  await expect(page.getByRole('button', { name: 'Look again' })).toBeVisible({ timeout: 10_000 })
  await expect(page.getByRole('main')).not.toContainText(jeanBosco.name)
  expect(await examine(page)).toEqual([])
  await page.getByRole('button', { name: 'To the sign-in' }).click()
  await expect(kiosk.heading).toHaveText('Who is signing in?')
  expect(await callFromPage(page, 'service:read')).toEqual(shut)
})

test('a used code is worth nothing, not after a power cut either, and the next one opens', async ({
  prison,
  launch,
}) => {
  const kiosk = await launch()
  await expect(kiosk.page.getByRole('button', { name: jeanBosco.name })).toBeVisible()
  await kiosk.page.getByRole('button', { name: 'English' }).click()
  const code = await giveServiceCode(prison)
  await pressServiceKeys(kiosk.page)
  await kiosk.page.keyboard.type(code)
  await kiosk.page.keyboard.press('Enter')
  await expect(kiosk.heading).toHaveText(title)
  await kiosk.kill()

  const again = await launch()
  const { page } = again
  await expect(page.getByRole('button', { name: jeanBosco.name })).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await pressServiceKeys(page)
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('does not open this terminal')
  await page.keyboard.type(await giveServiceCode(prison))
  await page.keyboard.press('Enter')
  await expect(again.heading).toHaveText(title)
})

test('the kiosk ends in good order when it is told to restart', async ({ prison, launch }) => {
  const kiosk = await launch()
  const { page } = kiosk
  await expect(page.getByRole('button', { name: jeanBosco.name })).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await pressServiceKeys(page)
  await page.keyboard.type(await giveServiceCode(prison))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Restart the kiosk' }).click()
  const program = kiosk.app.process()
  const ended = kiosk.app.waitForEvent('close')
  await page.getByRole('button', { name: 'Restart now' }).click()
  await ended
  await expect.poll(() => program.exitCode).toBe(0)
})
