import type { common as english } from '../en/common.ts'
import type { Texts } from '../texts.ts'

export const common: Texts<typeof english> = {
  actions: {
    back: 'Retour',
    cancel: 'Annuler',
    close: 'Fermer',
    confirm: 'Confirmer',
    delete: 'Effacer',
    next: 'Suivant',
    tryAgain: 'Réessayer',
    clear: 'Vider',
  },
  languages: 'Langue',
  languageNow: 'Langue : {{name}}',
  loading: 'Chargement',
  working: 'Un instant',
  required: 'nécessaire',
  charactersLeft_one: 'Encore {{count}} caractère',
  charactersLeft_other: 'Encore {{count}} caractères',
  state: {
    recorded: 'Enregistré ici',
    underway: 'En route',
    received: 'Reçu',
    needsYou: 'Attend votre réponse',
    closed: 'Terminé',
  },
  stepper: {
    less: 'Un de moins : {{what}}',
    more: 'Un de plus : {{what}}',
    amount: 'Quantité : {{what}}',
  },
  pad: {
    digitsEntered_one: '{{count}} chiffre saisi',
    digitsEntered_other: '{{count}} chiffres saisis',
    keys: 'Touches de chiffres',
  },
  keyboard: {
    name: 'Clavier',
    show: 'Afficher le clavier',
    hide: 'Masquer',
    shift: 'Majuscules',
    letters: 'abc',
    symbols: '123',
    accents: 'éñø',
    space: 'Espace',
    enter: 'Nouvelle ligne',
    done: 'Terminé',
    backspace: 'Effacer',
  },
}
