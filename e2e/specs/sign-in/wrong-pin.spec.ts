import type { Kiosk } from '../../fixtures/kiosk.ts'
import { jeanBosco } from '../../fixtures/people.ts'
import { expect, test } from '../../fixtures/test.ts'

const WRONG_PIN = '0000'

/** The first wait is of five seconds, the second of fifteen. */
const longerWait = /^You can try again in (6|7|8|9|1\d) seconds\.$/

const wait = (kiosk: Kiosk) => kiosk.page.getByText(/^You can try again in \d+ seconds?\.$/)
const refusal = (kiosk: Kiosk) => kiosk.page.getByText('Number and PIN do not match. Please try again.')

async function tryWrongPin(kiosk: Kiosk): Promise<void> {
  await expect(wait(kiosk)).toBeHidden()
  await kiosk.enterPin(WRONG_PIN)
  await expect(kiosk.page.getByRole('status', { name: 'Enter your PIN' })).toContainText('0 digits entered')
  await expect(refusal(kiosk)).toBeVisible()
}

test('after three wrong PINs the terminal makes one wait, longer each time and across a restart', async ({
  launch,
}) => {
  const kiosk = await launch()
  const card = (at: Kiosk) => at.page.getByRole('button', { name: jeanBosco.name })
  await card(kiosk).click()
  for (const _ of [1, 2, 3]) await tryWrongPin(kiosk)
  await expect(wait(kiosk)).toBeHidden()
  await tryWrongPin(kiosk)
  await expect(wait(kiosk)).toBeVisible()
  await expect(kiosk.page.getByRole('button', { name: '1', exact: true })).toBeDisabled()
  await kiosk.kill()

  const again = await launch()
  await card(again).click()
  await tryWrongPin(again)
  await expect(again.page.getByText(longerWait)).toBeVisible()
  await expect(wait(again)).toBeHidden()
  await again.enterPin(jeanBosco.pin)
  await expect(again.page.getByRole('navigation')).toBeVisible()
})

test('a number nobody has and a wrong PIN are answered alike', async ({ launch }) => {
  const kiosk = await launch()
  await expect(kiosk.page.getByRole('button', { name: jeanBosco.name })).toBeVisible()
  const attempt = (number: string) =>
    kiosk.page.evaluate(
      async tried => {
        const { guichet } = globalThis as unknown as {
          guichet: { call: (name: string, input: object) => Promise<object> }
        }
        return guichet.call('session:sign-in', tried)
      },
      { number, pin: WRONG_PIN },
    )
  expect(await attempt('99999')).toEqual(await attempt(jeanBosco.number))
  expect(await attempt('99999')).toEqual({ ok: true, value: { status: 'refused', waitMs: 0 } })
})
