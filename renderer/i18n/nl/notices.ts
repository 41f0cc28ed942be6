import type { notices as english } from '../en/notices.ts'
import type { Texts } from '../texts.ts'

export const notices: Texts<typeof english> = {
  title: 'Berichten',
  empty: {
    title: 'Geen berichten',
    text: 'Wat de gevangenis meedeelt, verschijnt hier.',
  },
  unknown: {
    title: 'Hier nog niet bekend',
    text: 'Berichten verschijnen hier zodra deze terminal ze van de gevangenis heeft gekregen.',
  },
  new: 'Nieuw',
  important: 'Belangrijk',
  published: 'Gepubliceerd op {{when}}',
  until: 'Te lezen tot {{when}}',
  gone: {
    title: 'Dit bericht is afgelopen',
    text: 'Het geldt niet meer. De andere staan in de lijst.',
    action: 'Naar de lijst',
  },
}
