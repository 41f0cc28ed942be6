import { resources } from '#renderer/i18n/i18n.ts'
import { languageNames } from '#renderer/ui/fields/language-names.ts'
import type { Language } from '#shared/contracts/language.ts'
import { languages } from '#shared/contracts/languages.ts'
import { Wrench } from 'lucide-react'
import styles from './problem-page.module.css'
import { problemCause } from './problem-cause.ts'

/** A terminal that cannot work says so in every language at once: nobody is signed in whose language it could take. */
export function ProblemPage({ code }: { readonly code: string }) {
  return (
    <main className={styles['page']}>
      <div className={styles['languages']}>
        {languages.map(language => (
          <Explanation key={language} language={language} code={code} />
        ))}
      </div>
      <p className={styles['code']}>
        <Wrench className={styles['icon']} aria-hidden />
        {code}
      </p>
    </main>
  )
}

function Explanation({ language, code }: { readonly language: Language; readonly code: string }) {
  const texts = resources[language].problems
  return (
    <section className={styles['language']} lang={language} aria-label={languageNames[language]}>
      <h1 className={styles['title']}>{texts.closedTitle}</h1>
      <p>{texts[problemCause(code)]}</p>
      <p>{texts.kept}</p>
      <p className={styles['tell']}>{texts.tell}</p>
    </section>
  )
}
