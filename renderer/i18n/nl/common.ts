import type { common as english } from '../en/common.ts'
import type { Texts } from '../texts.ts'

export const common: Texts<typeof english> = {
  actions: {
    back: 'Terug',
    cancel: 'Annuleren',
    close: 'Sluiten',
    confirm: 'Bevestigen',
    delete: 'Wissen',
    next: 'Volgende',
    tryAgain: 'Opnieuw proberen',
    clear: 'Leegmaken',
  },
  languages: 'Taal',
  languageNow: 'Taal: {{name}}',
  loading: 'Laden',
  working: 'Een ogenblik',
  required: 'nodig',
  charactersLeft_one: 'Nog {{count}} teken',
  charactersLeft_other: 'Nog {{count}} tekens',
  state: {
    recorded: 'Hier bewaard',
    underway: 'Onderweg',
    received: 'Ontvangen',
    needsYou: 'Wacht op u',
    closed: 'Afgesloten',
  },
  stepper: {
    less: 'Eén minder: {{what}}',
    more: 'Eén meer: {{what}}',
    amount: 'Aantal: {{what}}',
  },
  pad: {
    digitsEntered_one: '{{count}} cijfer ingevoerd',
    digitsEntered_other: '{{count}} cijfers ingevoerd',
    keys: 'Cijfertoetsen',
  },
  keyboard: {
    name: 'Toetsenbord',
    show: 'Toetsenbord tonen',
    hide: 'Verbergen',
    shift: 'Hoofdletters',
    letters: 'abc',
    symbols: '123',
    accents: 'éñø',
    space: 'Spatie',
    enter: 'Nieuwe regel',
    done: 'Klaar',
    backspace: 'Wissen',
  },
}
