import type { medical as english } from '../en/medical.ts'
import type { Texts } from '../texts.ts'

export const medical: Texts<typeof english> = {
  title: 'Gesundheit',
  empty: {
    title: 'Noch kein Formular',
    text: 'Hier bitten Sie um einen Arzt, eine Pflegekraft, einen Zahnarzt, eine Psychologin oder einen Optiker.',
  },
}
