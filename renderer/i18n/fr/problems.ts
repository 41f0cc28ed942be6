import type { problems as english } from '../en/problems.ts'
import type { Texts } from '../texts.ts'

export const problems: Texts<typeof english> = {
  closedTitle: 'Ce terminal ne peut pas fonctionner pour le moment',
  kept: 'Ce qui a déjà été enregistré n’est pas perdu.',
  tell: 'Prévenez un membre du personnel et donnez-lui ce code :',
  configuration: 'Son installation n’est pas complète.',
  journal: 'Il ne peut rien garder en sécurité pour l’instant, il n’accepte donc rien.',
  clock: 'Son horloge n’est pas à l’heure.',
  terminal: 'Le serveur de la prison ne le reconnaît pas.',
  other: 'Quelque chose s’est arrêté de fonctionner.',
  crashTitle: 'Cet écran s’est arrêté',
  crashText: 'Rien de ce que vous avez confirmé n’est perdu. Recommencez pour continuer.',
  startAgain: 'Recommencer',
  code: 'Code {{code}}',
}
