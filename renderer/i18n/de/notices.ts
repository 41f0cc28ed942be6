import type { notices as english } from '../en/notices.ts'
import type { Texts } from '../texts.ts'

export const notices: Texts<typeof english> = {
  title: 'Mitteilungen',
  empty: {
    title: 'Keine Mitteilungen',
    text: 'Was das Gefängnis bekannt gibt, erscheint hier.',
  },
  new: 'Neu',
  important: 'Wichtig',
  published: 'Veröffentlicht {{when}}',
  until: 'Bis {{when}}',
  gone: {
    title: 'Diese Mitteilung ist vorbei',
    text: 'Sie gilt nicht mehr. Die anderen stehen in der Liste.',
    action: 'Zur Liste',
  },
}
