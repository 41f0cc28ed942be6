import { expect } from '@playwright/test'
import { languages } from '../fixtures/kiosk.ts'
import { jeanBosco } from '../fixtures/people.ts'
import { giveServiceCode, pressServiceKeys } from '../fixtures/service.ts'
import { test } from '../fixtures/test.ts'
import { sizes, takePicture } from './take-picture.ts'

const names = Object.keys(languages) as (keyof typeof languages)[]

for (const size of sizes) {
  test(`the service screen, at ${size}`, async ({ prison, launch }) => {
    const kiosk = await launch(size)
    const { page } = kiosk
    await expect(page.getByRole('button', { name: jeanBosco.name })).toBeVisible()
    const takeAll = async (name: string) => {
      for (const language of [...names, 'English'] as const) {
        await page.getByRole('button', { name: language, exact: true }).click()
        await takePicture(page, size, `service-${name}-${languages[language]}`)
      }
      await page.emulateMedia({ colorScheme: 'dark' })
      await takePicture(page, size, `service-${name}-dark`)
      await page.emulateMedia({ colorScheme: 'light' })
    }
    await pressServiceKeys(page)
    await expect(kiosk.heading).toBeVisible()
    await takeAll('code')
    await page.keyboard.type('00000000')
    // The focus is on a language by now: Enter would choose that again.
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await takeAll('refused')
    await page.keyboard.type(await giveServiceCode(prison))
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await expect(kiosk.heading).toContainText('Service:')
    await takeAll('open')
    await page.getByRole('button', { name: 'Look now' }).click()
    await expect(page.getByRole('button', { name: 'Look again' })).toBeVisible({ timeout: 10_000 })
    await takeAll('doctor')
  })
}
