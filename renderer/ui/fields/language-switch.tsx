import type { Language } from '#shared/contracts/language.ts'
import { languages } from '#shared/contracts/languages.ts'
import { useTranslation } from 'react-i18next'
import { languageNames } from './language-names.ts'
import styles from './language-switch.module.css'

export interface LanguageSwitchProps {
  readonly language: Language
  readonly onChange: (language: Language) => void
  /** Words in a line, or one below the other. */
  readonly direction?: 'row' | 'column'
}

/** The languages as words, each in its own language: who looks for theirs finds it without reading another. */
export function LanguageSwitch({ language, onChange, direction = 'row' }: LanguageSwitchProps) {
  const { t } = useTranslation('common')
  return (
    <fieldset className={styles['languages']} data-direction={direction} aria-label={t('languages')}>
      {languages.map(candidate => (
        <button
          key={candidate}
          type="button"
          className={styles['language']}
          lang={candidate}
          aria-pressed={candidate === language}
          onClick={() => onChange(candidate)}
        >
          {languageNames[candidate]}
        </button>
      ))}
    </fieldset>
  )
}
