import { expect } from '@playwright/test'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addressOf, makeSheet, test, typeSheet } from '../../fixtures/new-terminal.ts'

test('a scanner types a sheet, and only the cell is asked', async ({ prison, line, launchBare }) => {
  const sheet = await makeSheet(prison, line)
  const { page, heading } = await launchBare()
  await expect(page.getByRole('textbox', { name: 'Address of the server' })).toBeFocused()
  await page.keyboard.type(`${sheet.qr}\n`)
  await expect(heading).toHaveText('Is this that cell?')

  await page.getByRole('button', { name: 'No, another cell' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'This code is for another cell' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Enrolment code' })).toHaveValue(/^\w{4}-\w{4}-\w{4}$/)
  await page.keyboard.press('Enter')
  await expect(heading).toHaveText('Is this that cell?')
})

test('a key that is not the sheet’s goes no further, and the code is not sent', async ({
  prison,
  line,
  launchBare,
}) => {
  const sheet = await makeSheet(prison, line)
  const { page } = await launchBare()
  await expect(page.getByRole('textbox', { name: 'Address of the server' })).toBeFocused()
  const otherKey = sheet.qr.slice(0, -4) + (sheet.qr.endsWith('0000') ? '1111' : '0000')
  await page.keyboard.type(otherKey)
  const alert = page.getByRole('alert').filter({ hasText: 'The key is not the same. Do not go on.' })
  await expect(alert).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Address of the server' })).toHaveValue(addressOf(sheet))
  await page.keyboard.press('Enter')
  await expect(alert).toBeVisible()
  expect(prison.output).not.toContain('/terminal/v1/enrolment')
})

test('who says that the words are others goes no further either', async ({ prison, line, launchBare }) => {
  const sheet = await makeSheet(prison, line)
  const kiosk = await launchBare()
  const { page } = kiosk
  await typeSheet(kiosk, sheet)
  await page.getByRole('button', { name: 'No, other words' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Do not go on' })).toBeVisible()
  await page.getByRole('button', { name: 'Check the address' }).click()
  await expect(page.getByRole('textbox', { name: 'Address of the server' })).toHaveValue(addressOf(sheet))
  expect(prison.output).not.toContain('/terminal/v1/enrolment')
})

test('an enrolment file leaves one question', async ({ prison, line, bare, launchBare }) => {
  await mkdir(bare.hints)
  await makeSheet(prison, line, '--file', join(bare.hints, 'enrolment.json'))
  const { page, heading } = await launchBare()
  await expect(heading).toHaveText('Is this that cell?')
  await page.getByRole('button', { name: 'Yes, this cell' }).click()
  await expect(heading).toHaveText('Ready, also without a network')
})

test('a terminal on which nothing can be kept asks for no code', async ({ bare, launchBare }) => {
  const inTheWay = `${bare.data}-in-the-way`
  await writeFile(inTheWay, '')
  Object.assign(bare, { configuration: join(bare.data, 'none', 'kiosk.json') })
  const { page } = await launchBare()
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing can be kept' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
})
