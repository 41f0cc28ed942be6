import { CornerDownLeft, KeyboardOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { KeyboardPage } from './keyboard-layout.ts'
import { ActionKey, Key } from './keys.tsx'
import styles from './on-screen-keyboard.module.css'

export interface BottomRowProps {
  readonly page: KeyboardPage
  readonly onPage: (page: KeyboardPage) => void
  readonly onText: (text: string) => void
  readonly onHide: () => void
  readonly isMultiline: boolean
}

/** Other pages, space, new line, and away with it. */
export function BottomRow({ page, onPage, onText, onHide, isMultiline }: BottomRowProps) {
  const { t } = useTranslation('common')
  const others = (['letters', 'symbols', 'accents'] as const).filter(other => other !== page)
  return (
    <div className={styles['row']}>
      {others.map(other => (
        <ActionKey key={other} width="wide" onPress={() => onPage(other)}>
          {t(`keyboard.${other}`)}
        </ActionKey>
      ))}
      <Key text="," onPress={() => onText(',')} />
      <ActionKey width="space" onPress={() => onText(' ')}>
        {t('keyboard.space')}
      </ActionKey>
      <Key text="." onPress={() => onText('.')} />
      {isMultiline && (
        <ActionKey width="wide" label={t('keyboard.enter')} onPress={() => onText('\n')}>
          <CornerDownLeft className={styles['icon']} aria-hidden />
        </ActionKey>
      )}
      <ActionKey width="wider" onPress={onHide}>
        <KeyboardOff className={styles['icon']} aria-hidden />
        {t('keyboard.hide')}
      </ActionKey>
    </div>
  )
}
