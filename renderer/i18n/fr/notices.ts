import type { notices as english } from '../en/notices.ts'
import type { Texts } from '../texts.ts'

export const notices: Texts<typeof english> = {
  title: 'Avis',
  empty: {
    title: 'Aucun avis',
    text: 'Ce que la prison annonce apparaît ici.',
  },
  new: 'Nouveau',
  important: 'Important',
  published: 'Publié {{when}}',
  until: 'Jusqu’au {{when}}',
  gone: {
    title: 'Cet avis est terminé',
    text: 'Il n’est plus en vigueur. Les autres sont dans la liste.',
    action: 'Voir la liste',
  },
}
