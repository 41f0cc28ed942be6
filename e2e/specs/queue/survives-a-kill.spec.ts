import { jeanBosco } from '../../fixtures/people.ts'
import { readKinds, readMoney, readMovements, readOperations, readOrderTotal } from '../../fixtures/records.ts'
import { expect, test } from '../../fixtures/test.ts'

test('an order and a medical request made without a line survive a kill and reach the prison once', async ({
  prison,
  line,
  launch,
}) => {
  const before = await readMoney(prison, jeanBosco.number)
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toHaveText('Connected')

  line.cut()
  await expect(kiosk.line).toContainText('No connection')
  await kiosk.order()
  await expect(kiosk.page.getByText('Recorded on this terminal').first()).toBeVisible()
  await kiosk.askForDentist('A tooth on the left hurts when I drink something cold.')
  await expect(kiosk.heading).toHaveText('Your request is recorded on this terminal')
  await kiosk.kill()

  const again = await launch()
  await again.signIn(jeanBosco)
  const requests = await again.requests()
  await expect(requests.filter({ hasText: 'Recorded here' })).toHaveCount(2)
  await expect(again.line).toContainText('No connection')
  expect(await readKinds(prison)).toEqual([])

  line.restore()
  await expect(requests.filter({ hasText: 'Received by the prison' })).toHaveCount(2)
  await expect(requests.filter({ hasText: 'Recorded here' })).toHaveCount(0)
  expect(await readKinds(prison)).toEqual(['canteen.order', 'medical.appointment'])

  const [order] = await readOperations(prison)
  const cents = await readOrderTotal(prison, order?.id ?? '')
  expect(cents).toBeGreaterThan(0)
  expect(await readMovements(prison, order?.id ?? '')).toEqual([{ kind: 'order-hold', cents }])
  expect(await readMoney(prison, jeanBosco.number)).toEqual({
    available: before.available - cents,
    held: before.held + cents,
  })
  expect(await prison.run('reconcile')).toContain('agree')
})
