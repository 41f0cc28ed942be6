import type { notices as english } from '../en/notices.ts'
import type { Texts } from '../texts.ts'

export const notices: Texts<typeof english> = {
  title: 'Berichten',
  empty: {
    title: 'Geen berichten',
    text: 'Wat de gevangenis bekendmaakt, verschijnt hier.',
  },
}
