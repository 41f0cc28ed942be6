import { expect, type Page } from '@playwright/test'
import { makeSheet, test, typeSheet } from '../../fixtures/new-terminal.ts'
import type { PrisonServer } from '../../fixtures/prison-server.ts'

const WRONG = '2222-2222-2222'

const alert = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words })

test('each code that is not good has its own sentence, and nothing is typed twice', async ({
  prison,
  line,
  launchBare,
}) => {
  const sheet = await makeSheet(prison, line)
  const kiosk = await launchBare()
  const { page } = kiosk
  const code = page.getByRole('textbox', { name: 'Enrolment code' })
  const giveCode = async (typed: string) => {
    await code.fill(typed)
    await code.press('Enter')
  }
  await typeSheet(kiosk, sheet, '7K2M')
  await expect(alert(page, 'The code is not complete')).toBeVisible()
  await giveCode(WRONG)
  await page.getByRole('button', { name: 'Yes, the same words' }).click()
  await expect(alert(page, 'The server does not know this code')).toBeVisible()
  await expect(code).toHaveValue(WRONG)

  await prison.query(`update enrolment_codes set made_at = '2020-01-01', expires_at = '2020-01-02'`)
  await giveCode(sheet.code)
  await expect(alert(page, 'This code is too old')).toBeVisible()
  await prison.query(`update enrolment_codes set expires_at = '2100-01-01', used_at = now(), used_key = 'other'`)
  await giveCode(sheet.code)
  await expect(alert(page, 'This code was used already')).toBeVisible()
  await prison.query('update enrolment_codes set used_at = null, used_key = null')
  await giveCode(sheet.code)
  await expect(kiosk.heading).toHaveText('Is this that cell?')
})

test('a server that is gone is waited for, and an address that is none is said', async ({
  prison,
  line,
  launchBare,
}) => {
  const sheet = await makeSheet(prison, line)
  const kiosk = await launchBare()
  const { page } = kiosk
  const address = page.getByRole('textbox', { name: 'Address of the server' })
  await address.fill('not an address')
  await address.press('Enter')
  await expect(alert(page, 'That is no address of a server')).toBeVisible()
  await address.fill('')
  line.cut()
  await page.keyboard.type(sheet.qr)
  await expect(alert(page, 'The server does not answer')).toBeVisible()
  line.restore()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(kiosk.heading).toHaveText('Is this that cell?')
})

test('a terminal killed before its answer came goes on by itself', async ({ prison, line, launchBare }) => {
  const sheet = await makeSheet(prison, line)
  const first = await launchBare()
  await expect(first.page.getByRole('textbox', { name: 'Address of the server' })).toBeFocused()
  await first.page.keyboard.type(sheet.qr)
  const yes = first.page.getByRole('button', { name: 'Yes, this cell' })
  await yes.waitFor()
  const held = await holdCodes(prison)
  await yes.click()
  await held.arrived()
  await first.kill()
  await held.release()
  const used = async () => prison.query('select 1 from enrolment_codes where used_at is not null')
  await expect.poll(used).toHaveLength(1)
  const second = await launchBare()
  await expect(second.heading).toHaveText('Ready, also without a network')
})

/** Stops the server in the middle of taking a terminal in, until it is released. */
async function holdCodes(prison: PrisonServer) {
  const client = await prison.connect()
  await client.query('begin')
  await client.query('lock table enrolment_codes in share mode')
  const waiting = async () => {
    const sql = `select 1 from pg_locks where relation = 'enrolment_codes'::regclass and not granted`
    return (await client.query(sql)).rowCount
  }
  return {
    arrived: async () => expect.poll(waiting).toBeGreaterThan(0),
    release: async () => {
      await client.query('rollback')
      await client.end()
    },
  }
}
