import { Keyboard } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../actions/button.tsx'
import { useKeyboard } from './keyboard-context.tsx'
import type { TypingField } from './type-into.ts'

/** Calls the on-screen keyboard for a field that was reached without touch. */
export function KeyboardButton({ field }: { readonly field: RefObject<TypingField | null> }) {
  const { t } = useTranslation('common')
  const keyboard = useKeyboard()
  if (keyboard.field !== undefined) return null
  const show = () => {
    if (field.current === null) return
    field.current.focus()
    keyboard.show(field.current)
  }
  return (
    <Button variant="quiet" icon={Keyboard} label={t('keyboard.show')} onPress={show}>
      {t('keyboard.name')}
    </Button>
  )
}
