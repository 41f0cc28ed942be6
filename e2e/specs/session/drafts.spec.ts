import { filesWith } from '../../fixtures/files-with.ts'
import type { Kiosk } from '../../fixtures/kiosk.ts'
import { jeanBosco } from '../../fixtures/people.ts'
import { expect, test } from '../../fixtures/test.ts'

const words = 'Une douleur au coude quand je porte.'

/** How many carts the browser database holds: a change is on the disk once it is there. */
function cartsOnDisk(kiosk: Kiosk): Promise<number> {
  return kiosk.page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('guichet')
        opening.addEventListener('error', () => reject(new Error('the browser database does not open')))
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('drafts').objectStore('drafts').count()
          counting.addEventListener('success', () => {
            opening.result.close()
            resolve(counting.result)
          })
        })
      }),
  )
}

test('a cart is still there after a kill', async ({ launch }) => {
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  const product = await kiosk.putIntoCart()
  await expect.poll(() => cartsOnDisk(kiosk)).toBe(1)
  await kiosk.kill()

  const again = await launch()
  await again.signIn(jeanBosco)
  await again.goTo('Canteen')
  await expect(again.page.getByRole('button', { name: `One less: ${product}` }).first()).toBeEnabled()
})

test('who was away too long signs in again and finds cart and form as they left them', async ({ launch }) => {
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  const product = await kiosk.putIntoCart()
  await kiosk.fillInMedicalForm(words)

  await kiosk.page.clock.install()
  await kiosk.page.clock.fastForward('05:00')
  await expect(kiosk.page.getByText('Your draft is kept.')).toBeVisible()
  await expect(kiosk.page.getByText(words)).toBeHidden()

  await kiosk.enterPin(jeanBosco.pin)
  await kiosk.speak('English')
  await kiosk.goTo('Medical')
  await expect(kiosk.page.getByRole('textbox')).toHaveValue(words)
  await kiosk.goTo('Canteen')
  await expect(kiosk.page.getByRole('button', { name: `One less: ${product}` }).first()).toBeEnabled()
})

test('a half written medical form outlives a crash of the page and is never on the disk', async ({
  folders,
  launch,
}) => {
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  await kiosk.fillInMedicalForm(words)
  expect(await filesWith(words, folders.data)).toEqual([])

  await kiosk.renewPage(() =>
    kiosk.app.evaluate(({ webContents }) => {
      for (const contents of webContents.getAllWebContents()) contents.forcefullyCrashRenderer()
    }),
  )
  await kiosk.signIn(jeanBosco)
  await kiosk.goTo('Medical')
  await expect(kiosk.page.getByRole('textbox')).toHaveValue(words)
  await kiosk.kill()
  expect(await filesWith(words, folders.data)).toEqual([])
})
