import { holdPushes } from '../../fixtures/hold-pushes.ts'
import { jeanBosco } from '../../fixtures/people.ts'
import { readKinds, readMoney, readMovements, readOperations, readOrderTotal } from '../../fixtures/records.ts'
import { expect, test } from '../../fixtures/test.ts'

test('an order whose answer was lost is sent again, and counts and costs once', async ({ prison, line, launch }) => {
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toHaveText('Connected')
  const before = await readMoney(prison, jeanBosco.number)

  const held = await holdPushes(prison)
  await kiosk.order()
  await held.arrived()
  line.loseAnswers()
  await held.release()
  await expect.poll(() => readKinds(prison)).toEqual(['canteen.order'])
  line.cut()
  const requests = await kiosk.requests()
  await expect(requests.filter({ hasText: 'On its way' })).toHaveCount(1)

  line.restore()
  await expect(requests.filter({ hasText: 'Received by the prison' })).toHaveCount(1)
  const operations = await readOperations(prison)
  expect(operations.map(({ kind }) => kind)).toEqual(['canteen.order'])

  const id = operations[0]?.id ?? ''
  const cents = await readOrderTotal(prison, id)
  expect(await readMovements(prison, id)).toEqual([{ kind: 'order-hold', cents }])
  expect(await readMoney(prison, jeanBosco.number)).toEqual({
    available: before.available - cents,
    held: before.held + cents,
  })
})
