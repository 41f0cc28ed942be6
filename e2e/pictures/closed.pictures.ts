import type { Closure } from '#shared/contracts/closure.ts'
import { type Kiosk, languages } from '../fixtures/kiosk.ts'
import { jeanBosco } from '../fixtures/people.ts'
import { platformClosed, showOpenState } from '../fixtures/show-open-state.ts'
import { expect, test } from '../fixtures/test.ts'
import { type Size, sizes, takePicture } from './take-picture.ts'

const HOUR_MS = 3_600_000
const inHours = (hours: number) => new Date(Math.floor(Date.now() / HOUR_MS + hours) * HOUR_MS).toISOString()
const line = 'Le camion de livraison est en panne. Nous vous tenons au courant ce soir.'
const delivery: Closure = { reason: 'technical', line, until: inHours(26) }
const staffing: Closure = { reason: 'staffing', line: null, until: null }
const incident: Closure = { reason: 'incident', line, until: inHours(5) }
const noContact: Closure = { reason: 'no-contact', line: null, until: null }
const names = Object.keys(languages) as (keyof typeof languages)[]

async function signedIn(kiosk: Kiosk): Promise<void> {
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toHaveText('Connected')
  await kiosk.putIntoCart()
  await kiosk.goTo('Medical')
  await kiosk.page.getByRole('radio', { name: 'Dentist' }).check({ force: true })
  await kiosk.goTo('Home')
}

/** The same screen in every language, in light and in dark. */
async function takeAll({ page, speak }: Pick<Kiosk, 'page' | 'speak'>, size: Size, name: string): Promise<void> {
  for (const language of names) {
    await speak(language)
    await takePicture(page, size, `${name}-${languages[language]}`)
  }
  await speak('English')
  await page.emulateMedia({ colorScheme: 'dark' })
  await takePicture(page, size, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

for (const size of sizes) {
  test(`what is closed, at ${size}`, async ({ launch }) => {
    const kiosk = await launch(size)
    const { app, page } = kiosk
    const take = async (name: string) => takeAll({ page, speak: async to => kiosk.speak(to) }, size, name)
    await signedIn(kiosk)
    await showOpenState(app, { canteen: delivery, medical: staffing, web: noContact })
    await take('closed-home')
    await kiosk.goTo('Canteen')
    await expect(kiosk.heading).toHaveText('The canteen is closed')
    await take('closed-canteen')
    await kiosk.goTo('Medical')
    await take('closed-medical')
    await kiosk.goTo('Web')
    await take('closed-web')
    await showOpenState(app, platformClosed(incident))
    await kiosk.goTo('Home')
    await take('closed-platform')
    await showOpenState(app, { requests: staffing })
    await kiosk.goTo('My requests')
    await take('closed-requests')
    const maintenance = { from: inHours(20), until: inHours(21), line: null }
    await showOpenState(app, { maintenance: { ...maintenance, phase: 'planned' } })
    await kiosk.goTo('Home')
    await take('maintenance-planned')
    await showOpenState(app, { maintenance: { ...maintenance, until: inHours(2), phase: 'begun' } })
    await kiosk.line.click()
    await takePicture(page, size, 'maintenance-begun')
    await page.keyboard.press('Escape')
    await kiosk.signOut()
    await expect(kiosk.heading).toHaveText('Who is signing in?')
    await showOpenState(app, platformClosed(incident))
    await expect(page.getByRole('region', { name: 'Closed' })).toBeVisible()
    await takePicture(page, size, 'closed-sign-in')
  })
}
