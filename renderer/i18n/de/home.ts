import type { home as english } from '../en/home.ts'
import type { Texts } from '../texts.ts'

export const home: Texts<typeof english> = {
  title: 'Guten Tag, {{name}}',
  canteen: {
    orderUntil: 'Bestellen bis {{when}}',
    opens: 'Bestellen ab {{when}}',
    closed: 'Zurzeit keine Bestellung',
  },
  medical: 'Um einen Termin bitten',
  requests: {
    needYou_one: '{{count}} wartet auf Sie',
    needYou_other: '{{count}} warten auf Sie',
    answers_one: '{{count}} Antwort für Sie',
    answers_other: '{{count}} Antworten für Sie',
    underway_one: '{{count}} in Bearbeitung',
    underway_other: '{{count}} in Bearbeitung',
    none: 'Nichts offen',
  },
  account: {
    available: '{{amount}} verfügbar',
    nothing: 'Kein Geld mehr: {{amount}}',
  },
  notices: {
    unread_one: '{{count}} neue Mitteilung',
    unread_other: '{{count}} neue Mitteilungen',
    none: 'Nichts Neues',
  },
  web: {
    sites_one: '{{count}} Website für Sie',
    sites_other: '{{count}} Websites für Sie',
    none: 'Keine Website geöffnet',
    offline: 'Keine Verbindung: geschlossen',
  },
  unknown: 'Hier noch nicht bekannt',
  important: 'Wichtig: {{title}}',
  read: 'Lesen',
  readLabel: 'Lesen: {{title}}',
}
