import type { Kiosk } from '../../fixtures/kiosk.ts'
import { christian, jeanBosco } from '../../fixtures/people.ts'
import { readOperations } from '../../fixtures/records.ts'
import { expect, test } from '../../fixtures/test.ts'

async function requestTexts(kiosk: Kiosk): Promise<string[]> {
  const requests = await kiosk.requests()
  await expect(requests.first().or(kiosk.page.getByText('No requests yet'))).toBeVisible()
  return requests.allTextContents()
}

/** What the account screen says one can order for. */
async function available(kiosk: Kiosk): Promise<string> {
  await kiosk.goTo('Account')
  return (await kiosk.page.getByText('You can order for').locator('..').textContent()) ?? ''
}

test('two people of one cell see nothing of each other, and each one’s things reach the prison as theirs', async ({
  prison,
  line,
  launch,
}) => {
  const kiosk = await launch()
  const { page } = kiosk
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toHaveText('Connected')
  line.cut()
  await expect(kiosk.line).toContainText('No connection')

  // One orders, leaves a second cart and half a medical form.
  const ordered = await kiosk.order()
  const accountOfFirst = await available(kiosk)
  await kiosk.putIntoCart()
  await expect(page.getByText('1 thing', { exact: true })).toBeVisible()
  await kiosk.goTo('Medical')
  await page.getByRole('radio', { name: 'Dentist' }).check({ force: true })
  await kiosk.signOut()

  // The other finds none of it, and asks for something too.
  await kiosk.signIn(christian)
  expect((await requestTexts(kiosk)).join('\n')).not.toContain('Recorded here')
  expect(await available(kiosk)).not.toBe(accountOfFirst)
  await kiosk.goTo('Canteen')
  await expect(page.getByText('0 things', { exact: true })).toBeVisible()
  await kiosk.goTo('Medical')
  await expect(page.getByRole('radio', { name: 'Dentist' })).not.toBeChecked()
  await kiosk.askForDentist('It is my knee.')
  expect((await requestTexts(kiosk)).filter(text => text.includes('Recorded here'))).toHaveLength(1)
  await kiosk.signOut()

  // What the first one left is still there, and nothing of the other.
  await kiosk.signIn(jeanBosco)
  const own = (await requestTexts(kiosk)).filter(text => text.includes('Recorded here'))
  expect(own).toHaveLength(1)
  expect(own[0]).toContain('Canteen order')
  await kiosk.goTo('Canteen')
  await expect(page.getByRole('button', { name: `One less: ${ordered}` }).first()).toBeEnabled()
  await kiosk.goTo('Medical')
  await expect(page.getByRole('radio', { name: 'Dentist' })).toBeChecked()

  line.restore()
  await expect(kiosk.line).toHaveText('Connected')
  await expect
    .poll(async () => (await readOperations(prison)).map(({ kind, number }) => [kind, number]))
    .toEqual([
      ['canteen.order', jeanBosco.number],
      ['medical.appointment', christian.number],
    ])
})
