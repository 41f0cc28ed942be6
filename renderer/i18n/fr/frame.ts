import type { frame as english } from '../en/frame.ts'
import type { Texts } from '../texts.ts'

export const frame: Texts<typeof english> = {
  places: {
    label: 'Rubriques',
    home: 'Accueil',
    canteen: 'Cantine',
    medical: 'Santé',
    requests: 'Mes demandes',
    account: 'Mon compte',
    notices: 'Avis',
    web: 'Sites web',
  },
  badge: {
    requests_one: '{{count}} demande attend votre réponse',
    requests_other: '{{count}} demandes attendent votre réponse',
    notices_one: '{{count}} nouvel avis',
    notices_other: '{{count}} nouveaux avis',
  },
  signedInAs: 'Session de {{name}}',
  signOut: 'Quitter',
  line: {
    connected: 'Connecté',
    sending: 'Envoi en cours',
    offline: 'Pas de connexion : tout est gardé ici',
    busy: 'Serveur occupé : tout est gardé ici',
    maintenance: 'Travaux sur le serveur : tout est gardé ici',
    refused: 'Hors service : tout est gardé ici',
    unknown: 'Connexion en cours',
  },
  panel: {
    title: 'Connexion',
    doing: {
      connected: 'Ce terminal est connecté au serveur de la prison. Les réponses arrivent d’elles-mêmes.',
      sending: 'Ce que vous avez enregistré est en train de partir vers le serveur de la prison.',
      offline:
        'Le serveur de la prison est injoignable. Vous pouvez continuer : ce que vous confirmez est gardé sur ce terminal et partira plus tard, de lui-même.',
      busy: 'Le serveur de la prison demande un peu de patience. Ce que vous confirmez est gardé sur ce terminal et partira plus tard, de lui-même.',
      refused:
        'Le serveur de la prison ne reconnaît plus ce terminal. Ce que vous avez enregistré est gardé ici. Prévenez un membre du personnel.',
      unknown: 'Ce terminal cherche le serveur de la prison.',
    },
    waiting_one: '{{count}} demande est gardée ici en attendant son envoi.',
    waiting_other: '{{count}} demandes sont gardées ici en attendant leur envoi.',
    nothingWaits: 'Rien n’attend d’être envoyé.',
    needsYou_one: '{{count}} de vos demandes attend votre réponse.',
    needsYou_other: '{{count}} de vos demandes attendent votre réponse.',
    waitingLabel: 'À envoyer',
    contactLabel: 'Dernier contact',
    noContact: 'pas encore',
    nextTryLabel: 'Prochain essai',
    degraded: 'Ce terminal manque de place. Ce que vous confirmez est toujours gardé. Prévenez un membre du personnel.',
    terminal: 'Terminal {{name}}',
  },
}
