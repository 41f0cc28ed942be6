import type { account as english } from '../en/account.ts'
import type { Texts } from '../texts.ts'

export const account: Texts<typeof english> = {
  title: 'Mijn rekening',
  empty: {
    title: 'Nog niets geboekt',
    text: 'Wat erbij komt en wat eraf gaat, verschijnt hier.',
  },
}
