import { expect } from '@playwright/test'
import { examine } from '../../fixtures/examine.ts'
import { Kiosk } from '../../fixtures/kiosk.ts'
import { addressOf, makeSheet, test } from '../../fixtures/new-terminal.ts'
import { jeanBosco } from '../../fixtures/people.ts'

test('a bare terminal is set up by keyboard, and people sign in to it with the server gone', async ({
  prison,
  line,
  launchBare,
}) => {
  const sheet = await makeSheet(prison, line)
  const kiosk = await launchBare('1024x600')
  const { page } = kiosk
  const wrong: Record<string, string[]> = {}
  const look = async (screen: string) => {
    const found = await examine(page)
    if (found.length > 0) wrong[screen] = found
  }

  await expect(page.getByRole('textbox', { name: 'Address of the server' })).toBeFocused()
  await look('server')
  await page.keyboard.type(addressOf(sheet))
  await page.keyboard.press('Enter')
  const code = page.getByRole('textbox', { name: 'Enrolment code' })
  await expect(code).toBeFocused()
  await page.keyboard.type(sheet.code.replaceAll('-', '').toLowerCase())
  await expect(code).toHaveValue(/^\w{4}-\w{4}-\w{4}$/)
  await look('code')
  await page.keyboard.press('Enter')

  const words = page.getByRole('list', { name: 'Words for the key of the server' }).getByRole('listitem')
  await expect(words).toHaveCount(6)
  for (const [index, word] of sheet.words.entries()) await expect(words.nth(index)).toContainText(word)
  await look('words')
  await page.getByRole('button', { name: 'Yes, the same words' }).press('Enter')
  await expect(page.getByRole('definition').first()).toHaveText('A-07')
  await look('cell')
  await page.getByRole('button', { name: 'Yes, this cell' }).press('Enter')

  await expect(kiosk.heading).toHaveText('Ready, also without a network')
  const here = page.getByRole('list', { name: 'What is on this terminal' })
  await expect(here).toContainText('2 people')
  await expect(here).toContainText(/\d+ products/)
  await look('ready')
  await prison.kill()
  line.cut()
  await page.getByRole('button', { name: 'To the sign-in' }).press('Enter')
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toContainText('No connection')
  expect(wrong).toEqual({})
})

test('a terminal that was set up starts as one from then on', async ({ prison, line, bare, launchBare }) => {
  const sheet = await makeSheet(prison, line)
  const first = await launchBare()
  await expect(first.page.getByRole('textbox', { name: 'Address of the server' })).toBeFocused()
  await first.page.keyboard.type(sheet.qr)
  await first.page.getByRole('button', { name: 'Yes, this cell' }).click()
  await expect(first.heading).toHaveText('Ready, also without a network')
  await first.kill()
  line.cut()

  const second = await Kiosk.launch(bare)
  await second.signIn(jeanBosco)
  await second.kill()
})
