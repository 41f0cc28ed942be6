import type { account as english } from '../en/account.ts'
import type { Texts } from '../texts.ts'

export const account: Texts<typeof english> = {
  title: 'Mein Konto',
  empty: {
    title: 'Noch nichts gebucht',
    text: 'Was hereinkommt und was hinausgeht, erscheint hier.',
  },
  unknown: {
    title: 'Hier noch nicht bekannt',
    text: 'Ihr Konto erscheint hier, sobald dieses Gerät den Gefängnisserver erreicht hat.',
  },
  available: 'Sie können bestellen für',
  held: 'Für Bestellungen zurückgelegt',
  heldText: 'Wird bei der Lieferung bezahlt.',
  recordedHere: 'Hier gespeichert, noch nicht erhalten',
  recordedHereText: 'Das Gefängnis hat das noch nicht gezählt.',
  left: 'Danach bleiben',
  asOf: 'Stand beim letzten Kontakt, {{when}}',
  movements: 'Bewegungen',
  after: '{{amount}} danach',
  showOlder: 'Ältere zeigen',
  seeOrder: 'Bestellung ansehen',
  kind: {
    opening: 'Anfangsstand',
    wages: 'Lohn',
    deposit: 'Geld erhalten',
    phone: 'Telefon',
    canteen: 'Kantine',
    'order-hold': 'Bestellung: zurückgelegt',
    'order-release': 'Bestellung: zurückgegeben',
    'order-debit': 'Bestellung: bezahlt',
  },
}
