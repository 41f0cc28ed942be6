import { Button } from '#renderer/ui/actions/button.tsx'
import { useNow } from '#renderer/ui/display/use-now.ts'
import { freeLineSchema } from '#shared/directive/closing.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { FailureNote } from '../layout/failure-note.tsx'
import { InputField } from '../layout/input-field.tsx'
import styles from '../layout/page.module.css'
import { Section } from '../layout/section.tsx'
import { openSpan, readSpan, type SpanDraft } from '../layout/span-draft.ts'
import { SpanFields } from '../layout/span-fields.tsx'
import { useTask } from '../layout/use-task.ts'

/** Announces a maintenance on the terminals beforehand. Can be taken back, so it asks for no hold. */
export function PlanForm() {
  const { t } = useTranslation('console')
  const { api, session, refresh } = useConsole()
  const now = useNow()
  const [draft, setDraft] = useState<SpanDraft>({ ...openSpan, begins: 'later' })
  const [line, setLine] = useState('')
  const { run, isRunning, failure } = useTask()
  const span = readSpan(draft, session.prison.timeZone, now)
  const intent = planOf(span, line)
  return (
    <Section title={t('maintenance.plan')}>
      <p className={styles['quiet']}>{t('maintenance.planHint')}</p>
      <SpanFields draft={draft} onChange={setDraft} isPast={span === 'past'} isPlan />
      <InputField label={t('order.line')} hint={t('order.lineHint')} value={line} maxLength={140} onChange={setLine} />
      <FailureNote failure={failure} />
      <Button
        variant="primary"
        icon={CalendarClock}
        isDisabled={intent === undefined}
        isPending={isRunning}
        onPress={() => {
          if (intent !== undefined) run(() => api.order(intent).then(refresh))
        }}
      >
        {t('maintenance.plan')}
      </Button>
    </Section>
  )
}

function planOf(span: ReturnType<typeof readSpan>, text: string): OrderIntent | undefined {
  const line = text.trim() === '' ? null : freeLineSchema.safeParse(text).data
  if (span === undefined || span === 'past' || span.from === null || line === undefined) return undefined
  return { kind: 'maintenance-plan', from: span.from, until: span.until, line }
}
