import { Button } from '#renderer/ui/actions/button.tsx'
import { useHeadingFocus } from '#renderer/ui/layout/use-heading-focus.ts'
import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './step.module.css'

export interface WordsQuestionProps {
  readonly words: readonly string[]
  readonly onAnswer: (areSame: boolean) => void
}

/** Six words for the key of the server's authority. Nothing was sent to it yet. */
export function WordsQuestion({ words, onAnswer }: WordsQuestionProps) {
  const { t } = useTranslation('setUp')
  const heading = useHeadingFocus()
  return (
    <section className={styles['step']}>
      <h1 ref={heading} className={styles['title']} tabIndex={-1}>
        {t('wordsTitle')}
      </h1>
      <p className={styles['hint']}>{t('wordsHint')}</p>
      <ol className={styles['words']} aria-label={t('words')} lang="en">
        {numbered(words).map(({ place, word }) => (
          <li key={place} className={styles['word']}>
            <span className={styles['place']} aria-hidden>
              {place}
            </span>
            {word}
          </li>
        ))}
      </ol>
      <div className={styles['actions']}>
        <Button size="large" icon={X} onPress={() => onAnswer(false)}>
          {t('wordsNo')}
        </Button>
        <Button variant="primary" size="large" icon={Check} onPress={() => onAnswer(true)}>
          {t('wordsYes')}
        </Button>
      </div>
    </section>
  )
}

/** The same word may come twice. */
function numbered(words: readonly string[]) {
  return words.map((word, index) => ({ place: index + 1, word }))
}
