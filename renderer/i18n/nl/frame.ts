import type { frame as english } from '../en/frame.ts'
import type { Texts } from '../texts.ts'

export const frame: Texts<typeof english> = {
  places: {
    label: 'Onderdelen',
    home: 'Start',
    canteen: 'Kantine',
    medical: 'Medisch',
    requests: 'Mijn aanvragen',
    account: 'Mijn rekening',
    notices: 'Berichten',
    web: 'Websites',
  },
  badge: {
    requests_one: '{{count}} aanvraag wacht op u',
    requests_other: '{{count}} aanvragen wachten op u',
    notices_one: '{{count}} nieuw bericht',
    notices_other: '{{count}} nieuwe berichten',
  },
  signedInAs: 'Aangemeld als {{name}}',
  signOut: 'Afmelden',
  line: {
    connected: 'Verbonden',
    sending: 'Bezig met verzenden',
    offline: 'Geen verbinding: alles blijft hier bewaard',
    busy: 'Server is bezet: alles blijft hier bewaard',
    maintenance: 'Werken aan de server: alles blijft hier bewaard',
    refused: 'Buiten dienst: alles blijft hier bewaard',
    unknown: 'Verbinding zoeken',
  },
  panel: {
    title: 'Verbinding',
    doing: {
      connected: 'Deze terminal is verbonden met de server van de gevangenis. Antwoorden komen vanzelf binnen.',
      sending: 'Wat u hebt vastgelegd, wordt nu naar de server van de gevangenis verzonden.',
      offline:
        'De server van de gevangenis is niet bereikbaar. U kunt verdergaan: wat u bevestigt, blijft op deze terminal bewaard en wordt later vanzelf verzonden.',
      busy: 'De server van de gevangenis vraagt even geduld. Wat u bevestigt, blijft op deze terminal bewaard en wordt later vanzelf verzonden.',
      refused:
        'De server van de gevangenis herkent deze terminal niet meer. Wat u hebt vastgelegd, blijft hier bewaard. Verwittig een personeelslid.',
      unknown: 'Deze terminal zoekt de server van de gevangenis.',
    },
    waiting_one: '{{count}} aanvraag wordt hier bewaard en wacht op verzending.',
    waiting_other: '{{count}} aanvragen worden hier bewaard en wachten op verzending.',
    nothingWaits: 'Er wacht niets op verzending.',
    needsYou_one: '{{count}} van uw aanvragen wacht op u.',
    needsYou_other: '{{count}} van uw aanvragen wachten op u.',
    waitingLabel: 'Te verzenden',
    contactLabel: 'Laatste contact',
    noContact: 'nog niet',
    nextTryLabel: 'Volgende poging',
    degraded: 'Deze terminal heeft weinig ruimte. Wat u bevestigt, blijft wel bewaard. Verwittig een personeelslid.',
    terminal: 'Terminal {{name}}',
  },
}
