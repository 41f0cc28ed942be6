import type { notices as english } from '../en/notices.ts'
import type { Texts } from '../texts.ts'

export const notices: Texts<typeof english> = {
  title: 'Avis',
  empty: {
    title: 'Aucun avis',
    text: 'Ce que la prison annonce apparaît ici.',
  },
  unknown: {
    title: 'Pas encore connus ici',
    text: 'Les avis apparaîtront ici dès que ce terminal les aura reçus de la prison.',
  },
  new: 'Nouveau',
  important: 'Important',
  published: 'Publié le {{when}}',
  until: 'Affiché ici jusqu’au {{when}}',
  gone: {
    title: 'Cet avis est terminé',
    text: 'Il n’est plus en vigueur. Les autres sont dans la liste.',
    action: 'Voir la liste',
  },
}
