import { type Kiosk, languages } from '../fixtures/kiosk.ts'
import { addressOf, makeSheet, test } from '../fixtures/new-terminal.ts'
import { expect } from '../fixtures/test.ts'
import { type Size, takePicture } from './take-picture.ts'

const names = Object.keys(languages) as (keyof typeof languages)[]
const unknownCode = '2222-2222-2222'

/** The same screen in every language, and in dark. */
async function takeAll({ page }: Kiosk, size: Size, name: string): Promise<void> {
  const speak = async (language: keyof typeof languages) => {
    await page.getByRole('banner').getByRole('button', { name: language }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', languages[language])
  }
  for (const language of names) {
    await speak(language)
    await takePicture(page, size, `set-up-${name}-${languages[language]}`)
  }
  await speak('English')
  await page.emulateMedia({ colorScheme: 'dark' })
  await takePicture(page, size, `set-up-${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

for (const size of ['1366x768', '1024x600', '1920x1080'] as const) {
  test(`a new terminal is set up, at ${size}`, async ({ prison, line, launchBare }) => {
    const sheet = await makeSheet(prison, line)
    const kiosk = await launchBare(size)
    const { page } = kiosk
    const address = page.getByRole('textbox', { name: 'Address of the server' })
    const code = page.getByRole('textbox', { name: 'Enrolment code' })
    await address.fill(addressOf(sheet))
    await takeAll(kiosk, size, 'server')
    line.cut()
    await address.press('Enter')
    await expect(page.getByText('The server does not answer')).toBeVisible()
    await takeAll(kiosk, size, 'unreachable')
    line.restore()
    await page.getByRole('button', { name: 'Continue' }).click()
    await code.fill(unknownCode)
    await page.getByRole('button', { name: 'Show the keyboard' }).click()
    await takePicture(page, size, 'set-up-keyboard')
    await page.getByRole('button', { name: 'Hide' }).click()
    await takeAll(kiosk, size, 'code')
    await code.press('Enter')
    await expect(kiosk.heading).toHaveText('Are these the words on the sheet?')
    await takeAll(kiosk, size, 'words')
    await page.getByRole('button', { name: 'No, other words' }).click()
    await takeAll(kiosk, size, 'other-key')
    await page.getByRole('button', { name: 'Check the address' }).click()
    await address.press('Enter')
    await page.getByRole('button', { name: 'Yes, the same words' }).click()
    await expect(page.getByText('The server does not know this code')).toBeVisible()
    await takeAll(kiosk, size, 'wrong-code')
    await code.fill(sheet.code)
    await code.press('Enter')
    await expect(kiosk.heading).toHaveText('Is this that cell?')
    await takeAll(kiosk, size, 'cell')
    await page.getByRole('button', { name: 'Yes, this cell' }).click()
    await expect(kiosk.heading).toHaveText('Ready, also without a network')
    await takeAll(kiosk, size, 'ready')
  })
}
