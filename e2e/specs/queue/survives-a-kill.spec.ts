import { expect, test } from '../../fixtures/test.ts'
import { jeanBosco } from '../../fixtures/people.ts'

const words = 'A tooth on the left hurts when I drink something cold.'

test('an order and a medical request made without a line survive a kill and reach the prison once', async ({
  prison,
  line,
  launch,
}) => {
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toHaveText('Connected')

  line.cut()
  await expect(kiosk.line).toContainText('No connection')
  await kiosk.order()
  await expect(kiosk.page.getByText('Recorded on this terminal').first()).toBeVisible()
  await kiosk.askForDentist(words)
  await expect(kiosk.heading).toHaveText('Your request is recorded on this terminal')
  await kiosk.kill()

  const again = await launch()
  await again.signIn(jeanBosco)
  const offline = await again.requests()
  await expect(offline.filter({ hasText: 'Recorded here' })).toHaveCount(2)

  line.restore()
  await expect(offline.filter({ hasText: 'Received by the prison' })).toHaveCount(2)

  const operations = await prison.query<{ kind: string }>(
    `select kind from operations where received_at > now() - interval '5 minutes' order by kind`,
  )
  expect(operations.map(({ kind }) => kind)).toEqual(['canteen.order', 'medical.appointment'])
})
