import type { web as english } from '../en/web.ts'
import type { Texts } from '../texts.ts'

export const web: Texts<typeof english> = {
  title: 'Sites web',
  empty: {
    title: 'Aucun site n’est ouvert',
    text: 'Les sites approuvés par la prison apparaissent ici.',
  },
  offline: {
    title: 'Pas de connexion : les sites web sont fermés',
    text: 'Ils rouvrent d’eux-mêmes quand la connexion revient. Tout le reste fonctionne.',
  },
  bar: {
    back: 'Retour',
    start: 'Première page',
    close: 'Fermer',
    loading: 'La page se charge',
    site: 'Vous êtes sur {{site}}',
    opening: 'Ouverture de {{site}}',
  },
  refused: {
    title: 'Cette page n’est pas ouverte ici',
    text: 'La prison ne l’a pas approuvée. Le reste du site fonctionne.',
    code: 'Code {{code}}',
  },
  failed: {
    title: 'Le site ne répond pas',
    text: 'Réessayez plus tard.',
    again: 'Réessayer',
  },
}
