import { dirname } from 'node:path'
import { jeanBosco, terminal } from '../../fixtures/people.ts'
import { readKinds, readMoney, readOperations, readOrderTotal } from '../../fixtures/records.ts'
import { tryGuichet } from '../../fixtures/run-guichet.ts'
import { expect, test } from '../../fixtures/test.ts'

const words = 'A tooth on the left hurts when I drink something cold.'

test('what a terminal recorded before it broke is got back from its disk, once, and the doctor reads it', async ({
  prison,
  line,
  folders,
  launch,
}) => {
  const before = await readMoney(prison, jeanBosco.number)
  await prison.query(
    `insert into staff (id, name, role, created_at) values (gen_random_uuid(), 'Anna Claes', 'warden', now())`,
  )
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toHaveText('Connected')
  line.cut()
  await expect(kiosk.line).toContainText('No connection')
  await kiosk.order()
  await expect(kiosk.page.getByText('Recorded on this terminal').first()).toBeVisible()
  await kiosk.askForDentist(words)
  await expect(kiosk.heading).toHaveText('Your request is recorded on this terminal')

  const disk = dirname(folders.configuration)
  const recover = ['journal', 'recover', disk, '--data', prison.data, '--key', prison.recoveryKeyFile]
  const early = await tryGuichet(...recover, '--check')
  expect(early.code).toBe(1)
  expect(early.said).toContain('A kiosk on this machine has the journal')
  await kiosk.kill()
  await prison.run('revoke', terminal)

  const look = await tryGuichet(...recover, '--check')
  expect(look.code).toBe(0)
  expect(look.said).toContain('2 operations of 1 person still to be sent')
  expect(look.said).toContain(`no. ${jeanBosco.number}`)
  expect(look.said).not.toContain(words)
  expect(await readKinds(prison)).toEqual([])

  const first = await tryGuichet(...recover, '--as', 'Anna Claes')
  expect(first.said).toContain('2 received now, 0 had been received before, 0 refused, 0 left.')
  const second = await tryGuichet(...recover, '--as', 'Anna Claes')
  expect(second.said).toContain('0 received now, 2 had been received before, 0 refused, 0 left.')

  expect(await readKinds(prison)).toEqual(['canteen.order', 'medical.appointment'])
  const [order, request] = await readOperations(prison)
  const cents = await readOrderTotal(prison, order?.id ?? '')
  expect(await readMoney(prison, jeanBosco.number)).toEqual({
    available: before.available - cents,
    held: before.held + cents,
  })
  expect(await prison.run('reconcile')).toContain('agree')
  const read = await prison.run('medical', 'read', '--key', prison.medicalKeyFile, '--json')
  const opened = JSON.parse(read) as { id: string; content: { text: string } | null }[]
  expect(opened.find(({ id }) => id === request?.id)?.content).toMatchObject({ text: words })
  expect(await prison.run('audit', 'show')).toContain('journal-recovered')
})
