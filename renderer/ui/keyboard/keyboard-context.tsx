import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import type { TypingField } from './type-into.ts'
import { useFieldFocus } from './use-field-focus.ts'

export interface KeyboardControl {
  /** The field the keys write into; none while the keyboard is hidden. */
  readonly field: TypingField | undefined
  readonly show: (field: TypingField) => void
  readonly hide: () => void
}

const KeyboardContext = createContext<KeyboardControl>({
  field: undefined,
  show: () => undefined,
  hide: () => undefined,
})

/** Knows which field is written in. `OnScreenKeyboard` is placed below it, where it takes room from the screen. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }) {
  const [field, setField] = useState<TypingField>()
  const hide = useCallback(() => setField(undefined), [])
  useFieldFocus(field, setField)
  const control = useMemo(() => ({ field, show: setField, hide }), [field, hide])
  return <KeyboardContext value={control}>{children}</KeyboardContext>
}

export function useKeyboard(): KeyboardControl {
  return use(KeyboardContext)
}
