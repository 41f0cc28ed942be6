import type { home as english } from '../en/home.ts'
import type { Texts } from '../texts.ts'

export const home: Texts<typeof english> = {
  title: 'Dag {{name}}',
  canteen: {
    orderUntil: 'Bestellen tot {{when}}',
    opens: 'Bestellen vanaf {{when}}',
    closed: 'Nu geen bestellingen',
  },
  medical: 'Een afspraak vragen',
  requests: {
    needYou_one: '{{count}} wacht op u',
    needYou_other: '{{count}} wachten op u',
    answers_one: '{{count}} antwoord voor u',
    answers_other: '{{count}} antwoorden voor u',
    underway_one: '{{count}} in behandeling',
    underway_other: '{{count}} in behandeling',
    none: 'Niets lopend',
  },
  account: {
    available: '{{amount}} beschikbaar',
    nothing: 'Geen geld meer: {{amount}}',
  },
  notices: {
    unread_one: '{{count}} nieuw bericht',
    unread_other: '{{count}} nieuwe berichten',
    none: 'Niets nieuws',
  },
  web: {
    sites_one: '{{count}} website voor u',
    sites_other: '{{count}} websites voor u',
    none: 'Geen website open',
    offline: 'Geen verbinding: gesloten',
  },
  unknown: 'Hier nog niet bekend',
  important: 'Belangrijk: {{title}}',
  read: 'Lezen',
  readLabel: 'Lezen: {{title}}',
}
