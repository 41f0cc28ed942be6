import type { canteen as english } from '../en/canteen.ts'
import type { Texts } from '../texts.ts'

export const canteen: Texts<typeof english> = {
  title: 'Cantine',
  empty: {
    title: 'Pas encore d’articles',
    text: 'La liste des articles apparaîtra ici dès que ce terminal l’aura reçue de la prison.',
  },
}
