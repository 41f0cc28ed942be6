import type { notices as english } from '../en/notices.ts'
import type { Texts } from '../texts.ts'

export const notices: Texts<typeof english> = {
  title: 'Berichten',
  empty: {
    title: 'Geen berichten',
    text: 'Wat de gevangenis meedeelt, verschijnt hier.',
  },
  new: 'Nieuw',
  important: 'Belangrijk',
  published: 'Gepubliceerd {{when}}',
  until: 'Tot {{when}}',
  gone: {
    title: 'Dit bericht is afgelopen',
    text: 'Het geldt niet meer. De andere staan in de lijst.',
    action: 'Naar de lijst',
  },
}
