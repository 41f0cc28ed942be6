import type { signIn as english } from '../en/sign-in.ts'
import type { Texts } from '../texts.ts'

export const signIn: Texts<typeof english> = {
  choose: 'Wie bent u?',
  chooseHint: 'Raak uw naam aan',
  anotherNumber: 'Ander nummer',
  anotherNumberHint: 'Als uw naam hier niet staat',
  number: 'Nummer {{number}}',
  enterNumber: 'Voer uw nummer in',
  enterNumberHint: 'Het staat op uw deurkaart',
  enterPin: 'Voer uw pincode in',
  greeting: 'Dag {{name}}',
  hint: '4 tot 8 cijfers. Niemand anders hoeft ze te kennen.',
  continue: 'Verder',
  signIn: 'Aanmelden',
  otherName: 'Een andere naam kiezen',
  refused: 'Nummer en pincode passen niet bij elkaar. Probeer het opnieuw.',
  wait_one: 'U kunt het over {{count}} seconde opnieuw proberen.',
  wait_other: 'U kunt het over {{count}} seconden opnieuw proberen.',
  failed: 'Aanmelden lukte nu even niet. Probeer het opnieuw.',
  draftKept: 'U was een tijdje weg, daarom ging het scherm dicht. Uw kladversie is bewaard.',
  endedByTerminal: 'De sessie is afgesloten. Wat u hebt bevestigd, is bewaard.',
  worksOffline:
    'U kunt zich zonder verbinding aanmelden. Wat u bevestigt, blijft hier bewaard en wordt later verzonden.',
}
