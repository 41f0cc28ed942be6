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
  },
  use: {
    label: 'Usage de ce site aujourd’hui',
    share: '{{percent}}\u00a0% de l’usage du jour',
    little: 'Presque épuisé',
    spent: 'Épuisé',
  },
  refused: {
    title: 'Cette page n’est pas ouverte ici',
    text: 'La prison ne l’a pas approuvée. Le reste du site est ouvert.',
    code: 'Code {{code}}',
  },
  spent: {
    title: 'L’usage de ce site est épuisé pour aujourd’hui',
    text: 'Il rouvre demain. Les pages lues aujourd’hui s’ouvrent encore.',
  },
  expired: {
    title: 'Ce site n’est plus ouvert',
    text: 'L’approbation de la prison est arrivée à son terme.',
  },
  siteClosed: {
    title: 'La prison a fermé ce site',
    text: 'Il est fermé pour le moment. Les autres sites sont ouverts.',
  },
  ruleClosed: {
    title: 'La prison a fermé cette partie du site',
    text: 'Elle est fermée pour le moment. Le reste du site est ouvert.',
  },
  ask: {
    action: 'Demander cette page',
    who: 'Un technicien lit votre demande et voit l’adresse de la page. La prison décide si elle s’ouvre.',
    asked: 'Vous avez demandé cette page. Vous la trouvez dans Mes demandes.',
    notRecorded: 'La demande n’a pas pu être enregistrée. Réessayez, ou adressez-vous au personnel.',
  },
  closed: {
    title: 'Le site a été fermé',
    text: 'Vous pouvez le rouvrir depuis la liste des sites.',
    action: 'Voir les sites',
  },
  unread: {
    title: 'Les sites ne peuvent pas être affichés pour le moment',
    text: 'Réessayez dans un instant.',
  },
  failed: {
    title: 'Le site ne répond pas',
    text: 'Réessayez plus tard.',
    again: 'Réessayer',
  },
}
