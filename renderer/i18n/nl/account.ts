import type { account as english } from '../en/account.ts'
import type { Texts } from '../texts.ts'

export const account: Texts<typeof english> = {
  title: 'Mijn rekening',
  empty: {
    title: 'Nog geen bewegingen',
    text: 'Wat binnenkomt en wat buitengaat, verschijnt hier.',
  },
  unknown: {
    title: 'Hier nog niet bekend',
    text: 'Uw rekening verschijnt hier zodra dit toestel de gevangenisserver bereikt heeft.',
  },
  available: 'U kunt bestellen voor',
  held: 'Opzij gezet voor bestellingen',
  heldText: 'Betaald bij levering.',
  recordedHere: 'Hier bewaard, nog niet ontvangen',
  recordedHereText: 'De gevangenis heeft dit nog niet geteld.',
  left: 'Daarna blijft over',
  asOf: 'Stand bij het laatste contact, {{when}}',
  movements: 'Bewegingen',
  after: '{{amount}} daarna',
  showOlder: 'Oudere tonen',
  seeOrder: 'De bestelling bekijken',
  kind: {
    opening: 'Beginsaldo',
    wages: 'Loon',
    deposit: 'Geld ontvangen',
    phone: 'Telefoon',
    canteen: 'Kantine',
    'order-hold': 'Bestelling: opzij gezet',
    'order-release': 'Bestelling: teruggegeven',
    'order-debit': 'Bestelling: betaald',
  },
}
