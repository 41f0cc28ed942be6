import type { medical as english } from '../en/medical.ts'
import type { Texts } from '../texts.ts'

export const medical: Texts<typeof english> = {
  title: 'Medisch',
  empty: {
    title: 'Nog geen formulier',
    text: 'Hier vraagt u een arts, een verpleegkundige, een tandarts, een psycholoog of een opticien.',
  },
}
