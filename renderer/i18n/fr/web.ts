import type { web as english } from '../en/web.ts'
import type { Texts } from '../texts.ts'

export const web: Texts<typeof english> = {
  title: 'Sites web',
  empty: {
    title: 'Aucun site ouvert',
    text: 'Les sites approuvés par la prison apparaissent ici.',
  },
}
