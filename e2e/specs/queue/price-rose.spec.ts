import { jeanBosco } from '../../fixtures/people.ts'
import { readMoney, readOperations, readOrderTotal } from '../../fixtures/records.ts'
import { setPrice } from '../../fixtures/set-price.ts'
import { expect, test } from '../../fixtures/test.ts'

const RISE = 30

test('an order whose price rose waits for its person, and is accepted at the new price', async ({
  prison,
  line,
  launch,
}) => {
  const before = await readMoney(prison, jeanBosco.number)
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toHaveText('Connected')
  line.cut()
  const product = await kiosk.order()
  const cents = await setPrice(prison, product, seen => seen + RISE)

  line.restore()
  const requests = await kiosk.requests()
  await requests.filter({ hasText: 'Needs you' }).getByRole('button').click()
  const prices = kiosk.page.getByRole('table', { name: 'Prices that have gone up' })
  await expect(prices.getByRole('row', { name: product })).toBeVisible()
  expect(await readMoney(prison, jeanBosco.number)).toEqual(before)

  await kiosk.page.getByRole('button', { name: 'Order at the new price' }).click()
  await expect(kiosk.page.getByRole('main').getByText('Received by the prison').first()).toBeVisible()
  expect(await readMoney(prison, jeanBosco.number)).toEqual({
    available: before.available - cents,
    held: before.held + cents,
  })
  await expect((await kiosk.requests()).filter({ hasText: 'Needs you' })).toHaveCount(0)
  expect(await prison.run('reconcile')).toContain('agree')
})

test('an order whose price fell is charged the lower price', async ({ prison, line, launch }) => {
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toHaveText('Connected')
  line.cut()
  const product = await kiosk.order()
  const cents = await setPrice(prison, product, seen => seen - 1)

  line.restore()
  await expect((await kiosk.requests()).filter({ hasText: 'Received by the prison' })).toHaveCount(1)
  const [order] = await readOperations(prison)
  expect(await readOrderTotal(prison, order?.id ?? '')).toBe(cents)
})
