import { languages } from '../fixtures/kiosk.ts'
import { jeanBosco } from '../fixtures/people.ts'
import { test } from '../fixtures/test.ts'
import { tour } from '../fixtures/tour.ts'
import { takePicture } from './take-picture.ts'

/** Where words are many or room is small. */
const keyScreens = new Set([
  'home',
  'canteen',
  'canteen-review',
  'canteen-receipt',
  'medical-who',
  'request-order',
  'account',
])
const names = Object.keys(languages) as (keyof typeof languages)[]

test('key screens in four languages on the smallest screen', async ({ launch }) => {
  const size = '1024x600'
  const kiosk = await launch(size)
  await tour(kiosk, jeanBosco, async screen => {
    if (!keyScreens.has(screen)) return
    for (const name of names) {
      await kiosk.speak(name)
      await takePicture(kiosk.page, size, `${screen}-${languages[name]}`)
    }
    await kiosk.speak('English')
  })
})
