import type { requests as english } from '../en/requests.ts'
import type { Texts } from '../texts.ts'

export const requests: Texts<typeof english> = {
  title: 'Meine Anträge',
  empty: {
    title: 'Noch keine Anträge',
    text: 'Alles, was Sie bestellen oder beantragen, erscheint hier mit seinem Stand.',
  },
}
