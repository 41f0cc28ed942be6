import type { web as english } from '../en/web.ts'
import type { Texts } from '../texts.ts'

export const web: Texts<typeof english> = {
  title: 'Websites',
  empty: {
    title: 'Geen website open',
    text: 'De websites die de gevangenis heeft goedgekeurd, verschijnen hier.',
  },
}
