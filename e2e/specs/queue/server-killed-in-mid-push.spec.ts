import { holdPushes } from '../../fixtures/hold-pushes.ts'
import { jeanBosco } from '../../fixtures/people.ts'
import { readKinds, readMovements, readOperations, readOrderTotal } from '../../fixtures/records.ts'
import { expect, test } from '../../fixtures/test.ts'

test('an order counts once when the server is killed in the middle of receiving it', async ({ prison, launch }) => {
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toHaveText('Connected')

  const held = await holdPushes(prison)
  await kiosk.order()
  await held.arrived()
  await prison.kill()
  await held.release()
  await expect(kiosk.line).toContainText('No connection')
  expect(await readKinds(prison)).toEqual([])

  await prison.start()
  const requests = await kiosk.requests()
  await expect(requests.filter({ hasText: 'Received by the prison' })).toHaveCount(1)
  await expect(kiosk.line).toHaveText('Connected')

  const operations = await readOperations(prison)
  expect(operations.map(({ kind }) => kind)).toEqual(['canteen.order'])
  const id = operations[0]?.id ?? ''
  expect(await readMovements(prison, id)).toEqual([{ kind: 'order-hold', cents: await readOrderTotal(prison, id) }])
})
