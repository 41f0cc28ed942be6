import type { web as english } from '../en/web.ts'
import type { Texts } from '../texts.ts'

export const web: Texts<typeof english> = {
  title: 'Websites',
  empty: {
    title: 'Keine Website geöffnet',
    text: 'Die von der Anstalt freigegebenen Websites erscheinen hier.',
  },
}
