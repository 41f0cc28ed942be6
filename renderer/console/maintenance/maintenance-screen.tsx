import { useFormat } from '#renderer/i18n/format-context.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { useNow } from '#renderer/ui/display/use-now.ts'
import type { Maintenance } from '#shared/directive/state-document.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { FailureNote } from '../layout/failure-note.tsx'
import { HoldButton } from '../layout/hold-button.tsx'
import { Page } from '../layout/page.tsx'
import styles from '../layout/page.module.css'
import { Section } from '../layout/section.tsx'
import { useTask } from '../layout/use-task.ts'
import stepStyles from './step.module.css'
import { PlanForm } from './plan-form.tsx'

/** What is planned or under way, and the next step. */
export function MaintenanceScreen() {
  const { t } = useTranslation('console')
  const { maintenance } = useConsole().state
  return (
    <Page title={t('maintenance.title')} isNarrow>
      <NoticeBar tone="notice">{t('maintenance.text')}</NoticeBar>
      {maintenance === null ? <NothingPlanned /> : <Current maintenance={maintenance} />}
    </Page>
  )
}

function NothingPlanned() {
  const { t } = useTranslation('console')
  return (
    <>
      <Section title={t('maintenance.none')}>
        <Step intent={{ kind: 'maintenance-begin', until: null, line: null }} tone="close" text="begin" />
      </Section>
      <PlanForm />
    </>
  )
}

function Current({ maintenance }: { readonly maintenance: Maintenance }) {
  const { t } = useTranslation('console')
  const format = useFormat()
  const now = useNow()
  const { phase, from, until, line } = maintenance
  const begin = format.relativeDayTime(from, now)
  return (
    <Section title={t(phase === 'begun' ? 'overview.maintenanceBegun' : 'overview.maintenancePlanned')}>
      <p>
        {until === null
          ? t('maintenance.span', { from: begin })
          : t('maintenance.spanUntil', { from: begin, until: format.relativeDayTime(until, now) })}
      </p>
      {line !== null && <p className={styles['quote']}>{line}</p>}
      {phase === 'begun' && <p>{t('maintenance.steps')}</p>}
      <div className={styles['actions']}>
        {phase === 'planned' ? (
          <>
            <Step intent={{ kind: 'maintenance-begin', until, line }} tone="close" text="begin" />
            <Step intent={{ kind: 'maintenance-abort' }} tone="open" text="cancel" />
          </>
        ) : (
          <>
            <Step intent={{ kind: 'maintenance-end' }} tone="open" text="end" />
            <Step intent={{ kind: 'maintenance-abort' }} tone="open" text="abort" />
          </>
        )}
      </div>
    </Section>
  )
}

interface StepProps {
  readonly intent: OrderIntent
  readonly tone: 'open' | 'close'
  readonly text: 'begin' | 'end' | 'abort' | 'cancel'
}

function Step({ intent, tone, text }: StepProps) {
  const { t } = useTranslation('console')
  const { api, refresh } = useConsole()
  const { run, isRunning, failure } = useTask()
  return (
    <div className={stepStyles['step']}>
      <HoldButton tone={tone} isPending={isRunning} onHeld={() => run(() => api.order(intent).then(refresh))}>
        {t(`maintenance.${text}`)}
      </HoldButton>
      <FailureNote failure={failure} />
    </div>
  )
}
