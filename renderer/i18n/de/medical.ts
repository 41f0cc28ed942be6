import type { medical as english } from '../en/medical.ts'
import type { Texts } from '../texts.ts'

export const medical: Texts<typeof english> = {
  title: 'Gesundheit',
  emergency: {
    title: 'Ist es dringend?',
    text: 'Drücken Sie jetzt den Rufknopf in Ihrer Zelle. Warten Sie nicht hier auf eine Antwort.',
  },
  privacy: {
    title: 'Nur der medizinische Dienst kann das lesen.',
    text: 'Es wird vor dem Senden verschlossen. Das Personal der Abteilung kann es nicht lesen.',
  },
  step: 'Schritt {{step}} von {{count}}',
  service: {
    question: 'Wen möchten Sie sehen?',
    doctor: 'Arzt',
    nurse: 'Pflegekraft',
    dentist: 'Zahnarzt',
    psychologist: 'Psychologe',
    optician: 'Optiker',
  },
  since: {
    question: 'Seit wann?',
    today: 'Seit heute',
    'some-days': 'Einige Tage',
    'some-weeks': 'Einige Wochen',
    longer: 'Länger',
  },
  bad: {
    question: 'Wie schlimm ist es?',
    'face-1': 'Ein wenig',
    'face-2': 'Erträglich',
    'face-3': 'Schlimm',
    'face-4': 'Sehr schlimm',
    'face-5': 'Unerträglich',
  },
  words: {
    question: 'Was möchten Sie sagen?',
    label: 'In Ihren Worten, in Ihrer Sprache',
    hint: 'Sie können das leer lassen.',
  },
  review: {
    title: 'Stimmt das so?',
    who: 'Wen',
    since: 'Seit wann',
    bad: 'Wie schlimm',
    words: 'Ihre Worte',
    noWords: 'Nichts geschrieben',
    change: 'Ändern',
    changeWhat: 'Ändern: {{what}}',
    confirm: 'Um einen Termin bitten',
    offline: 'Zurzeit keine Verbindung. Ihr Antrag wird hier aufbewahrt und von selbst gesendet.',
    notRecorded:
      'Das konnte nicht gespeichert werden. Ihre Antworten sind noch da. Versuchen Sie es noch einmal oder sagen Sie dem Personal Bescheid.',
  },
  discard: {
    action: 'Neu beginnen',
    title: 'Neu beginnen?',
    text: 'Was Sie ausgefüllt haben, wird gelöscht.',
    keep: 'Behalten',
    confirm: 'Löschen und neu beginnen',
  },
  receipt: {
    recorded: 'Ihr Antrag ist auf diesem Terminal gespeichert',
    received: 'Die Anstalt hat Ihren Antrag erhalten',
    parked: 'Ihr Antrag wartet auf Sie',
    reference: 'Nummer {{reference}}',
    recordedText: 'Er wird hier aufbewahrt, auch ohne Strom, und von selbst gesendet.',
    receivedText: 'Der medizinische Dienst hat ihn. Sie bekommen eine Antwort bis spätestens {{when}}.',
    parkedText: 'Sehen Sie unter „Meine Anträge“ nach, warum.',
    follow: 'Meine Anträge ansehen',
    another: 'Um etwas anderes bitten',
  },
}
