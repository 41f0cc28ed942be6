import { access, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { browserFolders } from '../../fixtures/kiosk.ts'
import { jeanBosco } from '../../fixtures/people.ts'
import { readKinds } from '../../fixtures/records.ts'
import { expect, test } from '../../fixtures/test.ts'

test('what was recorded outlives the browser database and reaches the prison once', async ({
  prison,
  line,
  folders,
  launch,
}) => {
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toHaveText('Connected')
  line.cut()
  await expect(kiosk.line).toContainText('No connection')
  await kiosk.order()
  await kiosk.askForDentist('My tooth hurts.')
  await kiosk.kill()

  await access(join(folders.data, 'Partitions', 'kiosk', 'IndexedDB'))
  // The kiosk's helpers end a little after it.
  const wholly = { recursive: true, force: true, maxRetries: 10 }
  for (const name of browserFolders) await rm(join(folders.data, name), wholly)

  const again = await launch()
  await again.signIn(jeanBosco)
  const requests = await again.requests()
  await expect(requests.filter({ hasText: 'Recorded here' })).toHaveCount(2)
  expect(await readKinds(prison)).toEqual([])

  line.restore()
  await expect(requests.filter({ hasText: 'Received by the prison' })).toHaveCount(2)
  expect(await readKinds(prison)).toEqual(['canteen.order', 'medical.appointment'])
})
