import type { web as english } from '../en/web.ts'
import type { Texts } from '../texts.ts'

export const web: Texts<typeof english> = {
  title: 'Websites',
  empty: {
    title: 'Keine Website ist offen',
    text: 'Die Websites, die das Gefängnis genehmigt hat, erscheinen hier.',
  },
  offline: {
    title: 'Keine Verbindung: die Websites sind geschlossen',
    text: 'Sie öffnen von selbst wieder, wenn die Verbindung zurück ist. Alles andere geht.',
  },
  bar: {
    back: 'Zurück',
    start: 'Erste Seite',
    close: 'Schließen',
    loading: 'Die Seite wird geladen',
    site: 'Sie sind auf {{site}}',
    opening: '{{site}} wird geöffnet',
  },
  refused: {
    title: 'Diese Seite ist hier nicht offen',
    text: 'Das Gefängnis hat sie nicht genehmigt. Der Rest der Website geht.',
    code: 'Code {{code}}',
  },
  failed: {
    title: 'Die Website antwortet nicht',
    text: 'Bitte versuchen Sie es später noch einmal.',
    again: 'Noch einmal versuchen',
  },
}
