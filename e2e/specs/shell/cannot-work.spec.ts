import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kiosk } from '../../fixtures/kiosk.ts'
import { expect, test } from '../../fixtures/test.ts'

const sentences = [
  'Ce terminal ne peut pas fonctionner',
  'Deze terminal kan nu niet werken',
  'Dieses Terminal kann gerade nicht',
  'This terminal cannot work right now',
]

/** The page that takes the place of the first one, once it says `code`. */
async function expectProblem(kiosk: Kiosk, code: string): Promise<void> {
  await expect.poll(() => kiosk.app.windows().map(page => page.url())).toEqual([expect.stringContaining(code)])
  const [page] = kiosk.app.windows()
  if (page === undefined) throw new Error('there is no page')
  await expect(page.getByText(code)).toBeVisible()
  for (const sentence of sentences) await expect(page.getByRole('heading', { name: sentence })).toBeVisible()
}

test('a terminal whose configuration is damaged says so in four languages, and offers nothing', async ({ folders }) => {
  await writeFile(folders.configuration, '{"version":1')
  const kiosk = await Kiosk.launch(folders)
  await expectProblem(kiosk, 'CONFIGURATION_INVALID')
  for (const page of kiosk.app.windows()) await expect(page.getByRole('textbox')).toHaveCount(0)
  await kiosk.kill()
})

test('a terminal that cannot write takes nothing and says so', async ({ folders }) => {
  await mkdir(folders.data)
  await chmod(folders.data, 0o500)
  const kiosk = await Kiosk.launch(folders)
  await expectProblem(kiosk, 'JOURNAL_UNAVAILABLE')
  await kiosk.kill()
  await chmod(folders.data, 0o700)
})

test('a terminal that has no folder to write in takes nothing and says so', async ({ prison, folders }) => {
  const inTheWay = join(prison.folder, 'in-the-way')
  await writeFile(inTheWay, '')
  const kiosk = await Kiosk.launch({ ...folders, data: join(inTheWay, 'data') })
  await expectProblem(kiosk, 'DATA_FOLDER_UNUSABLE')
  await kiosk.kill()
})
