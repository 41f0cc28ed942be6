import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { filesWith } from '../../fixtures/files-with.ts'
import { jeanBosco } from '../../fixtures/people.ts'
import { readKinds, readOperations } from '../../fixtures/records.ts'
import { expect, test } from '../../fixtures/test.ts'

const words = 'Quelque chose me serre la poitrine la nuit.'

test('what was written to the dentist is read by the medical service, and is in clear nowhere else', async ({
  prison,
  line,
  folders,
  launch,
}) => {
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toHaveText('Connected')
  line.cut()
  await kiosk.askForDentist(words)
  await expect(kiosk.heading).toHaveText('Your request is recorded on this terminal')
  expect(await filesWith(words, dirname(folders.data))).toEqual([])

  line.restore()
  await expect(kiosk.heading).toHaveText('The prison has received your request')
  expect(await readKinds(prison)).toEqual(['medical.appointment'])
  await kiosk.kill()
  await prison.query('checkpoint')

  // The search finds what is there: the id of the same request, on both sides.
  const [operation] = await readOperations(prison)
  const id = operation?.id ?? 'none'
  expect(await filesWith(id, folders.data)).not.toEqual([])
  expect(await filesWith(id, prison.data)).not.toEqual([])
  expect(await filesWith(words, prison.folder)).toEqual([])
  for (const output of [kiosk.output, prison.output, await readFile(`${prison.data}/postgres.log`, 'utf8')]) {
    expect(output).not.toContain(words)
  }

  const read = await prison.run('medical', 'read', '--key', prison.medicalKeyFile, '--json')
  const opened = JSON.parse(read) as { id: string; content: { text: string; service: string } | null }[]
  expect(opened.find(request => request.id === id)?.content).toMatchObject({ service: 'dentist', text: words })
})
