import type { Page } from '@playwright/test'
import type { BenchPrison } from './bench-prison.ts'
import { end, launchKiosk, newDataFolder } from './kiosk-launch.ts'
import { type Figure, median, percentile } from './measure.ts'

const CONFIRMATIONS = 60
const REACH_MS = 50

/**
 * From the press that confirms to "recorded": through the real bridge, the journal on the disk and the outbox with strict
 * durability, as the page itself measures it (`confirm-recorded`, see `renderer/kiosk/stores/record-operation.ts`).
 */
export async function measureConfirm(folder: string, prison: BenchPrison): Promise<Figure[]> {
  const launched = await launchKiosk(prison, await newDataFolder(folder))
  const { page } = launched
  await signIn(page, prison)
  for (let count = 0; count < CONFIRMATIONS; count += 1) await askForNurse(page)
  const times = await page.evaluate(() =>
    performance.getEntriesByName('confirm-recorded').map(({ duration }) => duration),
  )
  await end(launched)
  const p95 = percentile(times, 95)
  return [
    {
      what: `confirm → recorded, p95 of ${times.length}`,
      value: `${p95.toFixed(1)} ms`,
      peer: `median ${median(times).toFixed(1)} ms`,
      ratio: null,
      reach: `≤ ${REACH_MS} ms`,
      isReached: times.length === CONFIRMATIONS && p95 <= REACH_MS,
    },
  ]
}

async function signIn(page: Page, { person }: BenchPrison): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: person.name }).click()
  await page.keyboard.type(person.pin)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Français|Nederlands|Deutsch|English/ })
    .click()
  await page.getByRole('button', { name: 'English', exact: true }).last().click()
  await page.getByRole('navigation').getByRole('button', { name: 'Medical' }).click()
}

/** The whole form, as a person fills it in; ends where the next one begins. */
async function askForNurse(page: Page): Promise<void> {
  for (const answer of ['Nurse', 'Since today', 'A little']) {
    await page.getByRole('radio', { name: answer }).check({ force: true })
    await page.getByRole('button', { name: 'Next' }).click()
  }
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Ask for an appointment' }).click()
  await page.getByRole('button', { name: 'Ask for something else' }).click()
}
