import type { account as english } from '../en/account.ts'
import type { Texts } from '../texts.ts'

export const account: Texts<typeof english> = {
  title: 'Mein Konto',
  empty: {
    title: 'Noch nichts gebucht',
    text: 'Was dazukommt und was abgeht, erscheint hier.',
  },
}
