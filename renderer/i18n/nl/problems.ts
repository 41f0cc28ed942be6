import type { problems as english } from '../en/problems.ts'
import type { Texts } from '../texts.ts'

export const problems: Texts<typeof english> = {
  closedTitle: 'Deze terminal kan nu niet werken',
  kept: 'Wat al is vastgelegd, is niet verloren.',
  tell: 'Verwittig een personeelslid en geef deze code door:',
  configuration: 'Ze is nog niet volledig ingesteld.',
  journal: 'Ze kan nu niets veilig bewaren en neemt daarom niets aan.',
  clock: 'De klok staat niet juist.',
  terminal: 'De server van de gevangenis herkent ze niet.',
  other: 'Er werkt iets niet meer.',
  crashTitle: 'Dit scherm is gestopt',
  crashText: 'Niets van wat u hebt bevestigd, is verloren. Begin opnieuw om verder te gaan.',
  startAgain: 'Opnieuw beginnen',
  code: 'Code {{code}}',
}
