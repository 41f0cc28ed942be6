import { useLanguage } from '#renderer/i18n/use-language.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BottomRow } from './bottom-row.tsx'
import { useKeyboard } from './keyboard-context.tsx'
import { type KeyboardPage, keyRows } from './keyboard-layout.ts'
import { BackspaceKey, Key, ShiftKey } from './keys.tsx'
import styles from './on-screen-keyboard.module.css'
import { deleteBefore, type TypingField, typeInto } from './type-into.ts'

/** The keys, when a touched field asks for them. It takes its room from the screen above and so covers nothing. */
export function OnScreenKeyboard() {
  const { field, hide } = useKeyboard()
  return field === undefined ? null : <Keyboard field={field} onHide={hide} />
}

function Keyboard({ field, onHide }: { readonly field: TypingField; readonly onHide: () => void }) {
  const { t } = useTranslation('common')
  const { language } = useLanguage()
  const [page, setPage] = useState<KeyboardPage>('letters')
  const [isShifted, setShifted] = useState(() => field.value === '')
  useEffect(() => {
    const whole = field.closest('[data-field]') ?? field
    whole.scrollIntoView({ block: 'start' })
  }, [field])

  const press = (text: string) => {
    typeInto(field, isShifted && page !== 'symbols' ? text.toLocaleUpperCase(language) : text)
    setShifted(false)
  }
  const rows = keyRows(language, page)
  const last = rows.length - 1

  return (
    <fieldset ref={keepFocus} className={styles['keyboard']} aria-label={t('keyboard.name')}>
      {rows.map((row, index) => (
        <div className={styles['row']} key={row.join('')}>
          {index === last && page !== 'symbols' && (
            <ShiftKey isShifted={isShifted} onPress={() => setShifted(!isShifted)} />
          )}
          {row.map(text => (
            <Key
              key={text}
              text={isShifted && page !== 'symbols' ? text.toLocaleUpperCase(language) : text}
              onPress={() => press(text)}
            />
          ))}
          {index === last && <BackspaceKey onPress={() => deleteBefore(field)} />}
        </div>
      ))}
      <BottomRow
        page={page}
        onPage={setPage}
        onText={press}
        onHide={onHide}
        isMultiline={field.tagName === 'TEXTAREA'}
      />
    </fieldset>
  )
}

/** A press on a key, or between two, must not take the focus out of the field that is written in. */
function keepFocus(keyboard: HTMLElement | null) {
  const listening = new AbortController()
  keyboard?.addEventListener('mousedown', event => event.preventDefault(), { signal: listening.signal })
  return () => listening.abort()
}
