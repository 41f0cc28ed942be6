import type { account as english } from '../en/account.ts'
import type { Texts } from '../texts.ts'

export const account: Texts<typeof english> = {
  title: 'Mon compte',
  empty: {
    title: 'Encore aucun mouvement',
    text: 'Ce qui entre et ce qui sort apparaît ici.',
  },
}
