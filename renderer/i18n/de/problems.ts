import type { problems as english } from '../en/problems.ts'
import type { Texts } from '../texts.ts'

export const problems: Texts<typeof english> = {
  closedTitle: 'Dieses Terminal kann gerade nicht arbeiten',
  kept: 'Was schon gespeichert wurde, geht nicht verloren.',
  tell: 'Bitte sagen Sie dem Personal Bescheid und nennen Sie diesen Code:',
  configuration: 'Es ist nicht vollständig eingerichtet.',
  journal: 'Es kann im Moment nichts sicher aufbewahren und nimmt deshalb nichts an.',
  clock: 'Seine Uhr geht nicht richtig.',
  terminal: 'Der Server der Anstalt kennt es nicht.',
  other: 'Etwas darin funktioniert nicht mehr.',
  crashTitle: 'Dieser Bildschirm ist stehen geblieben',
  crashText: 'Nichts, was Sie bestätigt haben, ist verloren. Beginnen Sie neu, um weiterzumachen.',
  startAgain: 'Neu beginnen',
  code: 'Code {{code}}',
}
