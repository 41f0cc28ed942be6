import type { account as english } from '../en/account.ts'
import type { Texts } from '../texts.ts'

export const account: Texts<typeof english> = {
  title: 'Mijn rekening',
  empty: {
    title: 'Nog geen verrichtingen',
    text: 'Wat erbij komt en wat eraf gaat, verschijnt hier.',
  },
  unknown: {
    title: 'Hier nog niet bekend',
    text: 'Uw rekening verschijnt hier zodra deze terminal ze van de gevangenis heeft gekregen.',
  },
  available: 'U kunt bestellen voor',
  nothing: 'U kunt nu niets bestellen',
  nothingText: 'De gevangenis aanvaardt weer een bestelling zodra er genoeg geld bij gekomen is.',
  standsAt: 'Stand van uw rekening',
  known: 'Bekend bij de gevangenis',
  recordedHere: 'Bestellingen hier bewaard',
  recordedHereText: 'De gevangenis heeft ze nog niet meegeteld.',
  held: 'Opzijgezet voor bestellingen',
  heldText: 'Al afgetrokken. Betaald bij levering.',
  asOf: 'Stand bij het laatste contact, {{when}}',
  movements: 'Verrichtingen',
  after: '{{amount}} daarna',
  showOlder: 'Oudere tonen',
  seeOrder: 'De bestelling bekijken',
  kind: {
    opening: 'Beginsaldo',
    wages: 'Loon',
    deposit: 'Geld ontvangen',
    phone: 'Telefoon',
    canteen: 'Kantine',
    'order-hold': 'Bestelling: opzijgezet',
    'order-release': 'Bestelling: teruggegeven',
    'order-debit': 'Bestelling: betaald met het opzijgezette geld',
  },
}
