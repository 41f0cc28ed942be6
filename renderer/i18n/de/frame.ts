import type { frame as english } from '../en/frame.ts'
import type { Texts } from '../texts.ts'

export const frame: Texts<typeof english> = {
  places: {
    label: 'Bereiche',
    home: 'Start',
    canteen: 'Kantine',
    medical: 'Gesundheit',
    requests: 'Meine Anträge',
    account: 'Mein Konto',
    notices: 'Mitteilungen',
    web: 'Websites',
  },
  badge: {
    requests_one: '{{count}} Antrag wartet auf Sie',
    requests_other: '{{count}} Anträge warten auf Sie',
    notices_one: '{{count}} neue Mitteilung',
    notices_other: '{{count}} neue Mitteilungen',
  },
  signedInAs: 'Angemeldet als {{name}}',
  signOut: 'Abmelden',
  line: {
    connected: 'Verbunden',
    sending: 'Wird gesendet',
    offline: 'Keine Verbindung: alles bleibt hier gespeichert',
    busy: 'Server ausgelastet: alles bleibt hier gespeichert',
    maintenance: 'Arbeiten am Server: alles bleibt hier gespeichert',
    refused: 'Außer Betrieb: alles bleibt hier gespeichert',
    unknown: 'Verbindung wird gesucht',
  },
  panel: {
    title: 'Verbindung',
    doing: {
      connected: 'Dieses Terminal ist mit dem Server der Anstalt verbunden. Antworten kommen von selbst an.',
      sending: 'Was Sie gespeichert haben, wird gerade an den Server der Anstalt gesendet.',
      offline:
        'Der Server der Anstalt ist nicht erreichbar. Sie können weitermachen: Was Sie bestätigen, bleibt auf diesem Terminal gespeichert und wird später von selbst gesendet.',
      busy: 'Der Server der Anstalt bittet um etwas Geduld. Was Sie bestätigen, bleibt auf diesem Terminal gespeichert und wird später von selbst gesendet.',
      refused:
        'Der Server der Anstalt kennt dieses Terminal nicht mehr. Was Sie gespeichert haben, bleibt hier. Bitte sagen Sie dem Personal Bescheid.',
      unknown: 'Dieses Terminal sucht den Server der Anstalt.',
    },
    waiting_one: '{{count}} Antrag ist hier gespeichert und wartet auf das Senden.',
    waiting_other: '{{count}} Anträge sind hier gespeichert und warten auf das Senden.',
    nothingWaits: 'Nichts wartet auf das Senden.',
    needsYou_one: '{{count}} Ihrer Anträge wartet auf Sie.',
    needsYou_other: '{{count}} Ihrer Anträge warten auf Sie.',
    waitingLabel: 'Zu senden',
    contactLabel: 'Letzter Kontakt',
    noContact: 'noch keiner',
    nextTryLabel: 'Nächster Versuch',
    degraded:
      'Auf diesem Terminal ist wenig Platz. Was Sie bestätigen, wird trotzdem aufbewahrt. Bitte sagen Sie dem Personal Bescheid.',
    terminal: 'Terminal {{name}}',
  },
}
