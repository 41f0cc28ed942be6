import { LanguageSwitch } from '#renderer/ui/fields/language-switch.tsx'
import { OnScreenKeyboard } from '#renderer/ui/keyboard/on-screen-keyboard.tsx'
import { useLanguage } from '#renderer/i18n/use-language.ts'
import { Wrench } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './set-up-frame.module.css'

export interface SetUpFrameProps {
  /** Where one is on the way: beside what there is to do now. */
  readonly steps?: ReactNode
  readonly children: ReactNode
}

/** The frame of a terminal that is not one yet: a technician stands before it, in whatever language. */
export function SetUpFrame({ steps, children }: SetUpFrameProps) {
  const { t } = useTranslation('setUp')
  const { language, changeLanguage } = useLanguage()
  return (
    <div className={styles['frame']}>
      <header className={styles['bar']}>
        <p className={styles['title']}>
          <Wrench className={styles['icon']} aria-hidden />
          {t('title')}
        </p>
        <LanguageSwitch language={language} onChange={changeLanguage} />
      </header>
      <main className={styles['main']}>
        <div className={styles['body']} data-scroll data-alone={steps === undefined || undefined}>
          {steps !== undefined && <div className={styles['steps']}>{steps}</div>}
          <div className={styles['now']}>{children}</div>
        </div>
        <OnScreenKeyboard />
      </main>
    </div>
  )
}
