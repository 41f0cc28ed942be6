import { Button } from '#renderer/ui/actions/button.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { useHeadingFocus } from '#renderer/ui/layout/use-heading-focus.ts'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CellQuestion } from './cell-question.tsx'
import { FailureNotice } from './failure-notice.tsx'
import type { SetUp, SetUpState } from './set-up-store.ts'
import styles from './step.module.css'
import { WordsQuestion } from './words-question.tsx'

/** The server's key and the cell: two questions at most, and only those this terminal cannot answer itself. */
export function CompareStep({ setUp, state }: { readonly setUp: SetUp; readonly state: SetUpState }) {
  const { failure, doing, looked, server } = state
  if (failure !== null) return <Stopped setUp={setUp} failure={failure} />
  if (doing !== 'nothing' || state.isEnrolled) return <Working doing={doing} />
  if (looked !== null) return <CellQuestion looked={looked} onAnswer={isThis => void setUp.answerCell(isThis)} />
  if (server === null || server.words === null) return null
  return <WordsQuestion words={server.words} onAnswer={areSame => void setUp.answerWords(areSame)} />
}

function Stopped({ setUp, failure }: { readonly setUp: SetUp; readonly failure: NonNullable<SetUpState['failure']> }) {
  const { t } = useTranslation(['setUp', 'common'])
  const isOtherKey = failure.code === 'ENROLMENT_KEY_DIFFERS'
  return (
    <Step title={t('compare')}>
      <FailureNotice setUp={setUp} failure={failure} />
      <div className={styles['actions']}>
        <Button size="large" icon={ArrowLeft} onPress={isOtherKey ? setUp.startOver : setUp.goBack}>
          {isOtherKey ? t('checkAddress') : t('common:actions.back')}
        </Button>
      </div>
    </Step>
  )
}

function Working({ doing }: Pick<SetUpState, 'doing'>) {
  const { t } = useTranslation('setUp')
  const isTakingIn = doing !== 'looking' && doing !== 'finding'
  return (
    <Step key={isTakingIn ? 'taking-in' : 'looking'} title={t(isTakingIn ? 'takingIn' : 'looking')}>
      {isTakingIn && <p className={styles['hint']}>{t('takingInHint')}</p>}
      <Skeleton count={1} />
    </Step>
  )
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useHeadingFocus()
  return (
    <section className={styles['step']}>
      <h1 ref={heading} className={styles['title']} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </section>
  )
}
