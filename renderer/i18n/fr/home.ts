import type { home as english } from '../en/home.ts'
import type { Texts } from '../texts.ts'

export const home: Texts<typeof english> = {
  title: 'Bonjour {{name}}',
  canteen: {
    orderUntil: 'À commander avant {{when}}',
    opens: 'Commandes dès {{when}}',
    closed: 'Pas de commande en ce moment',
  },
  medical: 'Demander un rendez-vous',
  requests: {
    needYou_one: '{{count}} attend votre réponse',
    needYou_other: '{{count}} attendent votre réponse',
    answers_one: '{{count}} réponse pour vous',
    answers_other: '{{count}} réponses pour vous',
    underway_one: '{{count}} en cours',
    underway_other: '{{count}} en cours',
    none: 'Rien en cours',
  },
  account: {
    available: '{{amount}} disponibles',
    nothing: 'Solde épuisé : {{amount}}',
  },
  notices: {
    unread_one: '{{count}} nouvel avis',
    unread_other: '{{count}} nouveaux avis',
    none: 'Rien de nouveau',
  },
  web: {
    sites_one: '{{count}} site pour vous',
    sites_other: '{{count}} sites pour vous',
    none: 'Aucun site ouvert',
    offline: 'Pas de connexion : fermé',
  },
  unknown: 'Pas encore connu ici',
  important: 'Important : {{title}}',
  read: 'Lire',
  readLabel: 'Lire : {{title}}',
}
