import type { requests as english } from '../en/requests.ts'
import type { Texts } from '../texts.ts'

export const requests: Texts<typeof english> = {
  title: 'Mes demandes',
  empty: {
    title: 'Pas encore de demandes',
    text: 'Tout ce que vous commandez ou demandez apparaît ici, avec son état.',
  },
}
