import { Button } from '#renderer/ui/actions/button.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { useHeadingFocus } from '#renderer/ui/layout/use-heading-focus.ts'
import { ArrowRight } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { type StoreApi, useStore } from 'zustand'
import { CopyList } from './copy-list.tsx'
import { type CopyState, isReady } from './copy-store.ts'
import { SetUpFrame } from './set-up-frame.tsx'
import styles from './step.module.css'

export interface CopyScreenProps {
  readonly copy: StoreApi<CopyState>
  /** Calls back after so many milliseconds; returns what calls it off. */
  readonly after: (ms: number, callback: () => void) => () => void
  readonly onDone: () => void
}

/** Nobody needs to press anything: a technician is at the next door by then. */
const SHOWN_READY_MS = 30_000

/** What is on its way to a terminal that has just been enrolled, and then what is on it. */
export function CopyScreen({ copy, after, onDone }: CopyScreenProps) {
  const state = useStore(copy)
  const isDone = isReady(state)
  useEffect(() => (isDone ? after(SHOWN_READY_MS, onDone) : undefined), [isDone, after, onDone])
  return (
    <SetUpFrame>
      <Words key={String(isDone)} state={state} isDone={isDone} onDone={onDone} />
    </SetUpFrame>
  )
}

interface WordsProps extends Pick<CopyScreenProps, 'onDone'> {
  readonly state: CopyState
  readonly isDone: boolean
}

function Words({ state, isDone, onDone }: WordsProps) {
  const { t } = useTranslation('setUp')
  const heading = useHeadingFocus()
  return (
    <section className={styles['step']}>
      <h1 ref={heading} className={styles['title']} tabIndex={-1}>
        {t(isDone ? 'readyTitle' : 'copyTitle')}
      </h1>
      <p className={styles['hint']}>{t(isDone ? 'readyHint' : 'copyHint')}</p>
      <CopyList state={state} />
      {!isDone && state.line === 'no-connection' && <NoticeBar tone="recorded">{t('waitsForLine')}</NoticeBar>}
      {!isDone && state.line === 'not-recognised' && <NoticeBar tone="needsYou">{t('notRecognised')}</NoticeBar>}
      <div className={styles['actions']}>
        <Button variant={isDone ? 'primary' : 'secondary'} size="large" iconAfter={ArrowRight} onPress={onDone}>
          {t(isDone ? 'toSignIn' : 'toSignInNow')}
        </Button>
      </div>
    </section>
  )
}
