import type { notices as english } from '../en/notices.ts'
import type { Texts } from '../texts.ts'

export const notices: Texts<typeof english> = {
  title: 'Mitteilungen',
  empty: {
    title: 'Keine Mitteilungen',
    text: 'Was die Anstalt bekannt gibt, erscheint hier.',
  },
}
