import type { medical as english } from '../en/medical.ts'
import type { Texts } from '../texts.ts'

export const medical: Texts<typeof english> = {
  title: 'Medisch',
  emergency: {
    title: 'Is het dringend?',
    text: 'Druk nu op de oproepknop in uw cel. Wacht hier niet op een antwoord.',
  },
  privacy: {
    title: 'Alleen de medische dienst kan dit lezen.',
    text: 'Wat u schrijft, wordt vergrendeld vóór het verstuurd wordt. Het personeel van de vleugel kan het niet lezen.',
  },
  step: 'Stap {{step}} van {{count}}',
  service: {
    question: 'Wie wilt u zien?',
    doctor: 'Arts',
    nurse: 'Verpleeg\u00adkundige',
    dentist: 'Tandarts',
    psychologist: 'Psycholoog',
    optician: 'Opticien',
  },
  since: {
    question: 'Sinds wanneer?',
    today: 'Sinds vandaag',
    'some-days': 'Enkele dagen',
    'some-weeks': 'Enkele weken',
    longer: 'Langer',
  },
  bad: {
    question: 'Hoe erg is het?',
    'face-1': 'Een beetje',
    'face-2': 'Draaglijk',
    'face-3': 'Erg',
    'face-4': 'Heel erg',
    'face-5': 'Ondraaglijk',
  },
  words: {
    question: 'Wat wilt u zeggen?',
    label: 'In uw eigen woorden, in uw eigen taal',
    hint: 'U mag dit leeg laten.',
  },
  review: {
    title: 'Klopt dit?',
    who: 'Wie',
    since: 'Sinds wanneer',
    bad: 'Hoe erg',
    words: 'Uw woorden',
    noWords: 'Niets geschreven',
    change: 'Wijzigen',
    changeWhat: 'Wijzigen: {{what}}',
    confirm: 'Een afspraak vragen',
    offline: 'Er is nu geen verbinding. Uw aanvraag wordt hier bewaard en vanzelf verstuurd.',
    notRecorded:
      'Dit kon niet bewaard worden. Uw antwoorden staan er nog. Probeer opnieuw of vertel het aan het personeel.',
  },
  discard: {
    action: 'Opnieuw beginnen',
    title: 'Opnieuw beginnen?',
    text: 'Wat u hebt ingevuld, wordt gewist.',
    keep: 'Behouden',
    confirm: 'Wissen en opnieuw beginnen',
  },
  receipt: {
    recorded: 'Uw aanvraag is bewaard op deze terminal',
    received: 'De gevangenis heeft uw aanvraag ontvangen',
    parked: 'Uw aanvraag wacht op u',
    reference: 'Nummer {{reference}}',
    recordedText: 'Ze wordt hier bewaard, ook zonder stroom, en vanzelf verstuurd.',
    receivedText: 'De medische dienst heeft ze. U krijgt uiterlijk {{when}} een antwoord.',
    parkedText: 'Kijk bij „Mijn aanvragen” waarom.',
    follow: 'Mijn aanvragen bekijken',
    another: 'Iets anders vragen',
  },
}
