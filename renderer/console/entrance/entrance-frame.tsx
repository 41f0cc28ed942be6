import { useLanguage } from '#renderer/i18n/use-language.ts'
import { LanguageSwitch } from '#renderer/ui/fields/language-switch.tsx'
import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './entrance.module.css'

/** The page before somebody is in: where one is, one thing to do, and the languages. */
export function EntranceFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation('console')
  const { language, changeLanguage } = useLanguage()
  return (
    <main className={styles['page']}>
      <div className={styles['box']}>
        <p className={styles['mark']}>
          <ShieldCheck aria-hidden />
          {t('title')}
        </p>
        <h1 className={styles['title']}>{title}</h1>
        {children}
        <LanguageSwitch language={language} onChange={changeLanguage} />
      </div>
    </main>
  )
}
