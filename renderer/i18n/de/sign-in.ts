import type { signIn as english } from '../en/sign-in.ts'
import type { Texts } from '../texts.ts'

export const signIn: Texts<typeof english> = {
  choose: 'Wer meldet sich an?',
  chooseHint: 'Berühren Sie Ihren Namen',
  anotherNumber: 'Andere Nummer',
  anotherNumberHint: 'Wenn Ihr Name hier nicht steht',
  number: 'Nummer {{number}}',
  enterNumber: 'Geben Sie Ihre Nummer ein',
  enterNumberHint: 'Sie steht auf Ihrer Türkarte',
  enterPin: 'Geben Sie Ihre PIN ein',
  greeting: 'Guten Tag, {{name}}',
  hint: '4 bis 8 Ziffern. Niemand sonst muss sie kennen.',
  continue: 'Weiter',
  signIn: 'Anmelden',
  otherName: 'Anderen Namen wählen',
  refused: 'Nummer und PIN passen nicht zusammen. Bitte versuchen Sie es noch einmal.',
  wait_one: 'In {{count}} Sekunde können Sie es erneut versuchen.',
  wait_other: 'In {{count}} Sekunden können Sie es erneut versuchen.',
  failed: 'Die Anmeldung hat gerade nicht geklappt. Bitte versuchen Sie es noch einmal.',
  draftKept: 'Sie waren eine Weile weg, deshalb wurde der Bildschirm geschlossen. Ihr Entwurf ist gespeichert.',
  endedByTerminal: 'Die Sitzung wurde geschlossen. Was Sie bestätigt haben, ist gespeichert.',
  worksOffline:
    'Sie können sich auch ohne Verbindung anmelden. Was Sie bestätigen, bleibt hier gespeichert und wird später gesendet.',
}
