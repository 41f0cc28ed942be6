import type { signIn as english } from '../en/sign-in.ts'
import type { Texts } from '../texts.ts'

export const signIn: Texts<typeof english> = {
  choose: 'Qui êtes-vous ?',
  chooseHint: 'Touchez votre nom',
  anotherNumber: 'Autre numéro',
  anotherNumberHint: 'Si votre nom n’est pas affiché',
  number: 'Numéro {{number}}',
  enterNumber: 'Saisissez votre numéro',
  enterNumberHint: 'Il figure sur votre fiche de porte',
  enterPin: 'Saisissez votre code PIN',
  greeting: 'Bonjour {{name}}',
  hint: 'De 4 à 8 chiffres. Personne d’autre n’a besoin de les connaître.',
  continue: 'Continuer',
  signIn: 'Entrer',
  otherName: 'Choisir un autre nom',
  refused: 'Le numéro et le code PIN ne vont pas ensemble. Veuillez réessayer.',
  wait_one: 'Vous pourrez réessayer dans {{count}} seconde.',
  wait_other: 'Vous pourrez réessayer dans {{count}} secondes.',
  failed: 'Cela n’a pas fonctionné cette fois. Veuillez réessayer.',
  draftKept: 'Vous étiez absent un moment, l’écran s’est donc fermé. Votre brouillon est gardé.',
  endedByTerminal: 'La session a été fermée. Ce que vous avez confirmé est gardé.',
  worksOffline: 'Vous pouvez entrer sans connexion. Ce que vous confirmez est gardé ici et partira plus tard.',
}
