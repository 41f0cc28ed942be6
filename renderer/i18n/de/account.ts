import type { account as english } from '../en/account.ts'
import type { Texts } from '../texts.ts'

export const account: Texts<typeof english> = {
  title: 'Mein Konto',
  empty: {
    title: 'Noch nichts gebucht',
    text: 'Was eingeht und was abgeht, erscheint hier.',
  },
  unknown: {
    title: 'Hier noch nicht bekannt',
    text: 'Ihr Konto erscheint hier, sobald dieses Terminal es von der Anstalt erhalten hat.',
  },
  available: 'Sie können bestellen für',
  nothing: 'Sie können jetzt nichts bestellen',
  nothingText: 'Die Anstalt nimmt wieder eine Bestellung an, sobald genug Geld eingegangen ist.',
  standsAt: 'Stand Ihres Kontos',
  known: 'Bei der Anstalt bekannt',
  recordedHere: 'Hier gespeicherte Bestellungen',
  recordedHereText: 'Die Anstalt hat sie noch nicht abgezogen.',
  held: 'Für Bestellungen zurückgelegt',
  heldText: 'Schon abgezogen. Wird bei der Lieferung bezahlt.',
  asOf: 'Stand beim letzten Kontakt, {{when}}',
  movements: 'Buchungen',
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
    'order-debit': 'Bestellung: vom Zurückgelegten bezahlt',
  },
}
