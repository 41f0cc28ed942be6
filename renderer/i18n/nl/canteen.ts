import type { canteen as english } from '../en/canteen.ts'
import type { Texts } from '../texts.ts'

export const canteen: Texts<typeof english> = {
  title: 'Kantine',
  empty: {
    title: 'Nog geen artikelen',
    text: 'De lijst met artikelen verschijnt hier zodra deze terminal ze van de gevangenis heeft ontvangen.',
  },
}
