import type { requests as english } from '../en/requests.ts'
import type { Texts } from '../texts.ts'

export const requests: Texts<typeof english> = {
  title: 'Mijn aanvragen',
  empty: {
    title: 'Nog geen aanvragen',
    text: 'Alles wat u bestelt of vraagt, verschijnt hier, met hoe het ervoor staat.',
  },
}
