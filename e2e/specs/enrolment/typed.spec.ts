import { expect } from '@playwright/test'
import { chmod } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { examine } from '../../fixtures/examine.ts'
import { Kiosk } from '../../fixtures/kiosk.ts'
import { addressOf, makeSheet, test } from '../../fixtures/new-terminal.ts'
import { jeanBosco } from '../../fixtures/people.ts'
import type { PrisonServer } from '../../fixtures/prison-server.ts'
import { tryGuichet } from '../../fixtures/run-guichet.ts'

const fleetSchema = z.object({
  terminals: z.array(z.object({ name: z.string(), state: z.string(), reasons: z.array(z.string()) })),
})

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

test('a terminal that was set up tells the prison how it is, and starts as one from then on', async ({
  prison,
  line,
  bare,
  launchBare,
}) => {
  const sheet = await makeSheet(prison, line)
  const first = await launchBare()
  await hastenDoctor(first)
  await expect(first.page.getByRole('textbox', { name: 'Address of the server' })).toBeFocused()
  await first.page.keyboard.type(sheet.qr)
  await first.page.getByRole('button', { name: 'Yes, this cell' }).click()
  await expect(first.heading).toHaveText('Ready, also without a network')

  const reasons = async () => reasonsOf(prison, sheet.terminal)
  await expect.poll(reasons).toContain('machine.facts')
  expect(await reasons()).not.toContain('terminal.key')
  await chmod(join(dirname(bare.configuration), 'terminal-key.pem'), 0o644)
  await expect.poll(reasons).toContain('mode 0644 (terminal.key)')
  await first.kill()
  line.cut()

  const second = await Kiosk.launch(bare)
  await second.signIn(jeanBosco)
  await second.kill()
})

/** Lets the kiosk's doctor look within the second, first and again, in place of after a minute and every ten. */
async function hastenDoctor(kiosk: Kiosk): Promise<void> {
  await kiosk.app.evaluate(() => {
    const plain = globalThis.setTimeout
    const isDoctors = (ms = 0) => (ms >= 45_000 && ms <= 75_000) || (ms >= 450_000 && ms <= 750_000)
    const hastened = (run: () => void, ms?: number) => plain(run, isDoctors(ms) ? 700 : ms)
    globalThis.setTimeout = Object.assign(hastened, plain)
  })
}

/** What the prison's own command says is wrong with a terminal. */
async function reasonsOf(prison: PrisonServer, name: string): Promise<string> {
  const { code, said } = await tryGuichet('doctor', '--fleet', '--json', '--data', prison.data)
  const { terminals } = fleetSchema.parse(JSON.parse(said))
  const { state, reasons } = terminals.find(one => one.name === name) ?? { state: 'not there', reasons: [] }
  return `${state} (exit ${code}): ${reasons.join('; ')}`
}
