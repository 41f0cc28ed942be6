import type { medical as english } from '../en/medical.ts'
import type { Texts } from '../texts.ts'

export const medical: Texts<typeof english> = {
  title: 'Santé',
  empty: {
    title: 'Pas encore de formulaire',
    text: 'Ici, vous demandez un médecin, un infirmier, un dentiste, un psychologue ou un opticien.',
  },
}
