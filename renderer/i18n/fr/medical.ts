import type { medical as english } from '../en/medical.ts'
import type { Texts } from '../texts.ts'

export const medical: Texts<typeof english> = {
  title: 'Santé',
  emergency: {
    title: 'C’est urgent ?',
    text: 'Appuyez tout de suite sur le bouton d’appel de votre cellule. N’attendez pas de réponse ici.',
  },
  privacy: {
    title: 'Seul le service médical peut lire ceci.',
    text: 'Ce que vous écrivez est verrouillé avant l’envoi. Le personnel de l’aile ne peut pas le lire.',
  },
  step: 'Étape {{step}} sur {{count}}',
  service: {
    question: 'Qui souhaitez-vous voir ?',
    doctor: 'Médecin',
    nurse: 'Infirmier',
    dentist: 'Dentiste',
    psychologist: 'Psychologue',
    optician: 'Opticien',
  },
  since: {
    question: 'Depuis quand ?',
    today: 'Depuis aujourd’hui',
    'some-days': 'Quelques jours',
    'some-weeks': 'Quelques semaines',
    longer: 'Plus longtemps',
  },
  bad: {
    question: 'À quel point est-ce grave ?',
    'face-1': 'Un peu',
    'face-2': 'Supportable',
    'face-3': 'Grave',
    'face-4': 'Très grave',
    'face-5': 'Insupportable',
  },
  words: {
    question: 'Que voulez-vous dire ?',
    label: 'Avec vos mots, dans votre langue',
    hint: 'Vous pouvez ne rien écrire.',
  },
  review: {
    title: 'Est-ce correct ?',
    who: 'Qui',
    since: 'Depuis quand',
    bad: 'Gravité',
    words: 'Vos mots',
    noWords: 'Rien d’écrit',
    change: 'Modifier',
    changeWhat: 'Modifier : {{what}}',
    confirm: 'Demander un rendez-vous',
    offline: 'Pas de connexion en ce moment. Votre demande est gardée ici et partira d’elle-même.',
    notRecorded:
      'L’enregistrement n’a pas réussi. Vos réponses sont toujours là. Réessayez ou prévenez un membre du personnel.',
  },
  discard: {
    action: 'Recommencer',
    title: 'Recommencer ?',
    text: 'Ce que vous avez rempli sera effacé.',
    keep: 'Garder',
    confirm: 'Effacer et recommencer',
  },
  receipt: {
    recorded: 'Votre demande est enregistrée sur ce terminal',
    received: 'La prison a reçu votre demande',
    parked: 'Votre demande attend votre réponse',
    reference: 'Numéro {{reference}}',
    recordedText: 'Elle est gardée ici, même sans courant, et part d’elle-même.',
    receivedText: 'Elle est au service médical. Vous aurez une réponse au plus tard {{when}}.',
    parkedText: 'Regardez sous « Mes demandes » pour savoir pourquoi.',
    follow: 'Voir mes demandes',
    another: 'Demander autre chose',
  },
}
