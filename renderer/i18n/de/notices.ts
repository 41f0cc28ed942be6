import type { notices as english } from '../en/notices.ts'
import type { Texts } from '../texts.ts'

export const notices: Texts<typeof english> = {
  title: 'Mitteilungen',
  empty: {
    title: 'Keine Mitteilungen',
    text: 'Was die Anstalt bekannt gibt, erscheint hier.',
  },
  unknown: {
    title: 'Hier noch nicht bekannt',
    text: 'Mitteilungen erscheinen hier, sobald dieses Terminal sie von der Anstalt erhalten hat.',
  },
  new: 'Neu',
  important: 'Wichtig',
  published: 'Veröffentlicht am {{when}}',
  until: 'Steht hier bis {{when}}',
  gone: {
    title: 'Diese Mitteilung ist vorbei',
    text: 'Sie gilt nicht mehr. Die anderen stehen in der Liste.',
    action: 'Zur Liste',
  },
}
