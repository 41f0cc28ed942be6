import type { canteen as english } from '../en/canteen.ts'
import type { Texts } from '../texts.ts'

export const canteen: Texts<typeof english> = {
  title: 'Kantine',
  empty: {
    title: 'Noch keine Waren',
    text: 'Die Warenliste erscheint hier, sobald dieses Terminal sie von der Anstalt erhalten hat.',
  },
}
