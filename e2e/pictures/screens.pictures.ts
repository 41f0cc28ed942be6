import { jeanBosco } from '../fixtures/people.ts'
import { test } from '../fixtures/test.ts'
import { tour } from '../fixtures/tour.ts'
import { sizes, takePicture } from './take-picture.ts'

for (const size of sizes) {
  test(`every screen at ${size}, light and dark`, async ({ launch }) => {
    const kiosk = await launch(size)
    await tour(kiosk, jeanBosco, async screen => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await kiosk.page.emulateMedia({ colorScheme })
        await takePicture(kiosk.page, size, `${screen}-${colorScheme}`)
      }
      await kiosk.page.emulateMedia({ colorScheme: 'light' })
    })
  })
}
