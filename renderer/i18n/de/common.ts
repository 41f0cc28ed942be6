import type { common as english } from '../en/common.ts'
import type { Texts } from '../texts.ts'

export const common: Texts<typeof english> = {
  actions: {
    back: 'Zurück',
    cancel: 'Abbrechen',
    close: 'Schließen',
    confirm: 'Bestätigen',
    delete: 'Löschen',
    next: 'Weiter',
    tryAgain: 'Erneut versuchen',
    clear: 'Leeren',
  },
  languages: 'Sprache',
  languageNow: 'Sprache: {{name}}',
  loading: 'Wird geladen',
  working: 'Einen Augenblick',
  required: 'nötig',
  charactersLeft_one: 'Noch {{count}} Zeichen',
  charactersLeft_other: 'Noch {{count}} Zeichen',
  state: {
    recorded: 'Hier gespeichert',
    underway: 'Unterwegs',
    received: 'Angekommen',
    needsYou: 'Wartet auf Sie',
    closed: 'Abgeschlossen',
  },
  stepper: {
    less: 'Eins weniger: {{what}}',
    more: 'Eins mehr: {{what}}',
    amount: 'Anzahl: {{what}}',
  },
  pad: {
    digitsEntered_one: '{{count}} Ziffer eingegeben',
    digitsEntered_other: '{{count}} Ziffern eingegeben',
    keys: 'Zifferntasten',
  },
  keyboard: {
    name: 'Tastatur',
    show: 'Tastatur anzeigen',
    hide: 'Ausblenden',
    shift: 'Großbuchstaben',
    letters: 'abc',
    symbols: '123',
    accents: 'éñø',
    space: 'Leerzeichen',
    enter: 'Neue Zeile',
    done: 'Fertig',
    backspace: 'Löschen',
  },
}
