import type { account as english } from '../en/account.ts'
import type { Texts } from '../texts.ts'

export const account: Texts<typeof english> = {
  title: 'Mon compte',
  empty: {
    title: 'Aucun mouvement',
    text: 'Ce qui entre et ce qui sort apparaît ici.',
  },
  unknown: {
    title: 'Pas encore connu ici',
    text: 'Votre compte apparaîtra ici dès que ce terminal l’aura reçu de la prison.',
  },
  available: 'Vous pouvez commander pour',
  nothing: 'Vous ne pouvez rien commander pour l’instant',
  nothingText: 'La prison acceptera de nouveau une commande dès qu’assez d’argent sera arrivé.',
  standsAt: 'Solde de votre compte',
  known: 'Connu de la prison',
  recordedHere: 'Commandes enregistrées ici',
  recordedHereText: 'La prison n’en a pas encore tenu compte.',
  held: 'Mis de côté pour vos commandes',
  heldText: 'Déjà déduit. Payé à la livraison.',
  asOf: 'État au dernier contact, {{when}}',
  movements: 'Mouvements',
  after: '{{amount}} ensuite',
  showOlder: 'Voir les plus anciens',
  seeOrder: 'Voir la commande',
  kind: {
    opening: 'Solde de départ',
    wages: 'Salaire',
    deposit: 'Argent reçu',
    phone: 'Téléphone',
    canteen: 'Cantine',
    'order-hold': 'Commande : mis de côté',
    'order-release': 'Commande : rendu',
    'order-debit': 'Commande : payée avec l’argent mis de côté',
  },
}
