import { useFormat } from '#renderer/i18n/format-context.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Button } from '#renderer/ui/actions/button.tsx'
import { StateBadge } from '#renderer/ui/display/state-badge.tsx'
import { useNow } from '#renderer/ui/display/use-now.ts'
import { Dialog } from '#renderer/ui/overlay/dialog.tsx'
import type { ControlState } from '#shared/contracts/staff.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { EffectWords } from '../layout/effect-words.tsx'
import { FailureNote } from '../layout/failure-note.tsx'
import { hasBegun } from '../layout/has-begun.ts'
import { HoldButton } from '../layout/hold-button.tsx'
import pageStyles from '../layout/page.module.css'
import { Section } from '../layout/section.tsx'
import { useEffectOf } from '../layout/use-effect-of.ts'
import { useTask } from '../layout/use-task.ts'
import { useWords } from '../layout/use-words.ts'
import styles from './overview.module.css'

type ClosingView = ControlState['closings'][number]

/** What is closed, for whom, why, until when, by whom; and the way back. */
export function ClosingList() {
  const { t } = useTranslation('console')
  const { state } = useConsole()
  const [asked, setAsked] = useState<ClosingView>()
  return (
    <Section title={t('overview.closings')}>
      {state.closings.length === 0 ? (
        <p className={pageStyles['quiet']}>{t('overview.noClosings')}</p>
      ) : (
        <ul>
          {state.closings.toReversed().map(view => (
            <ClosingItem key={view.closing.id} view={view} onReopen={() => setAsked(view)} />
          ))}
        </ul>
      )}
      {asked !== undefined && <ReopenDialog view={asked} onDone={() => setAsked(undefined)} />}
    </Section>
  )
}

function ClosingItem({ view, onReopen }: { readonly view: ClosingView; readonly onReopen: () => void }) {
  const { t } = useTranslation('console')
  const { state } = useConsole()
  const words = useWords(state)
  const format = useFormat()
  const now = useNow()
  const { closing, orderedBy, orderedAt, inmateNumber } = view
  const what = words.what(closing.target)
  const whom = words.whom(closing.scope, inmateNumber)
  return (
    <li className={classNames(pageStyles['item'], styles['closing'])}>
      <div className={styles['words']}>
        <p className={pageStyles['what']}>{what}</p>
        {!hasBegun(closing, now) && <StateBadge tone="underway">{t('overview.later')}</StateBadge>}
        <p>
          {t('overview.forWhom', { whom })}, {words.span(closing)}
        </p>
        <p>{t(`reason.${closing.reason}`)}</p>
        {closing.line !== null && <p className={pageStyles['quote']}>{closing.line}</p>}
        {orderedBy !== null && orderedAt !== null && (
          <p className={pageStyles['quiet']}>
            {t('overview.by', { name: orderedBy, when: format.relativeDayTime(orderedAt, now) })}
          </p>
        )}
      </div>
      <Button label={t('overview.reopenLabel', { what, whom })} onPress={onReopen}>
        {t('overview.reopen')}
      </Button>
    </li>
  )
}

function ReopenDialog({ view, onDone }: { readonly view: ClosingView; readonly onDone: () => void }) {
  const { t } = useTranslation(['console', 'common'])
  const { api, state, refresh } = useConsole()
  const words = useWords(state)
  const { run, isRunning, failure } = useTask()
  const intent = { kind: 'reopen', closingId: view.closing.id } as const
  const known = useEffectOf(intent)
  const what = words.what(view.closing.target)
  const whom = words.whom(view.closing.scope, view.inmateNumber)
  const reopen = async () => {
    await api.order(intent)
    await refresh()
    onDone()
  }
  return (
    <Dialog
      title={t('console:overview.reopenLabel', { what, whom })}
      onDismiss={onDone}
      actions={
        <>
          <Button onPress={onDone}>{t('common:actions.cancel')}</Button>
          <HoldButton
            tone="open"
            isDisabled={known.effect === undefined}
            isPending={isRunning}
            onHeld={() => run(reopen)}
          >
            {known.effect?.needsSecondWarden === true ? t('console:effect.ask') : t('console:effect.reopen')}
          </HoldButton>
        </>
      }
    >
      {known.effect !== undefined && <EffectWords intent={intent} effect={known.effect} />}
      <FailureNote failure={failure ?? known.failure} />
    </Dialog>
  )
}
