import { resources } from '#renderer/i18n/i18n.ts'
import { useLanguage } from '#renderer/i18n/use-language.ts'
import type { Closure } from '#shared/contracts/closure.ts'
import { languages } from '#shared/contracts/languages.ts'
import { Lock } from 'lucide-react'
import { useClosureWords } from '../layout/closed/use-closure-words.ts'
import styles from './closed-banner.module.css'

/** That most is closed, in every language at once: nobody has said yet which is theirs. Why and until when in that of the screen. */
export function ClosedBanner({ closure }: { readonly closure: Closure }) {
  const { language } = useLanguage()
  const wordsOf = useClosureWords()
  const { reason, short } = wordsOf(closure)
  const others = languages.filter(other => other !== language)
  return (
    <section className={styles['banner']} aria-label={resources[language].closed.word}>
      <Lock className={styles['icon']} aria-hidden />
      <div className={styles['words']}>
        <p className={styles['title']}>{resources[language].closed.signIn}</p>
        <p>
          {reason} {short}
        </p>
        <ul className={styles['others']}>
          {others.map(other => (
            <li key={other} lang={other}>
              {resources[other].closed.signIn}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
