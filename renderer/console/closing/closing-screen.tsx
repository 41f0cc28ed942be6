import { useNow } from '#renderer/ui/display/use-now.ts'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import type { OrderAnswer } from '#shared/contracts/staff.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import type { Service } from '#shared/directive/services.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { EffectWords } from '../layout/effect-words.tsx'
import { FailureNote } from '../layout/failure-note.tsx'
import { HoldButton } from '../layout/hold-button.tsx'
import { Page } from '../layout/page.tsx'
import styles from '../layout/page.module.css'
import { Section } from '../layout/section.tsx'
import { openSpan, readSpan } from '../layout/span-draft.ts'
import { SpanFields } from '../layout/span-fields.tsx'
import { useEffectOf } from '../layout/use-effect-of.ts'
import { useTask } from '../layout/use-task.ts'
import { type ClosingDraft, type Missing, missingOf, toIntent } from './closing-draft.ts'
import { WhatFields } from './what-fields.tsx'
import { WhomFields } from './whom-fields.tsx'
import { WhyFields } from './why-fields.tsx'

const emptyDraft: ClosingDraft = {
  what: undefined,
  siteId: '',
  ruleId: '',
  whom: undefined,
  wingId: '',
  terminalId: '',
  inmate: undefined,
  reason: undefined,
  line: '',
  span: openSpan,
}

export interface ClosingScreenProps {
  /** What was pressed on the overview. */
  readonly service: Service | undefined
  readonly onGiven: (answer: OrderAnswer) => void
}

/** The switch: what, for whom, why, until when; in plain words what will happen; then hold. */
export function ClosingScreen({ service, onGiven }: ClosingScreenProps) {
  const { t } = useTranslation('console')
  const { session, state } = useConsole()
  const now = useNow()
  const [draft, setDraft] = useState<ClosingDraft>({ ...emptyDraft, what: service })
  const change = (part: Partial<ClosingDraft>) => setDraft(last => ({ ...last, ...part }))
  const span = readSpan(draft.span, session.prison.timeZone, now)
  const intent = toIntent(draft, span === 'past' ? undefined : span, state.terminals)
  return (
    <Page title={t('order.title')}>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <WhatFields draft={draft} onChange={change} />
          <WhomFields draft={draft} onChange={change} />
          <WhyFields draft={draft} onChange={change} />
          <Section title={t('order.when')}>
            <SpanFields draft={draft.span} onChange={next => change({ span: next })} isPast={span === 'past'} />
          </Section>
        </div>
        <div className={styles['beside']}>
          <Summary intent={intent} missing={missingOf(draft, span, intent)} onGiven={onGiven} />
        </div>
      </div>
    </Page>
  )
}

interface SummaryProps extends Pick<ClosingScreenProps, 'onGiven'> {
  readonly intent: Extract<OrderIntent, { kind: 'close' }> | undefined
  readonly missing: readonly Missing[]
}

function Summary({ intent, missing, onGiven }: SummaryProps) {
  const { t } = useTranslation('console')
  const { api } = useConsole()
  const { effect, failure } = useEffectOf(intent)
  const task = useTask()
  return (
    <Section title={t('effect.title')}>
      {intent === undefined && (
        <p className={styles['quiet']}>
          {t('effect.missing', { what: missing.map(part => t(`order.${part}`)).join(', ') })}
        </p>
      )}
      {intent !== undefined && effect === undefined && failure === undefined && <Skeleton shape="line" />}
      {intent !== undefined && effect !== undefined && <EffectWords intent={intent} effect={effect} />}
      <FailureNote failure={task.failure ?? failure} />
      <HoldButton
        tone="close"
        isWide
        isDisabled={intent === undefined || effect === undefined}
        isPending={task.isRunning}
        onHeld={() => {
          if (intent !== undefined) task.run(() => api.order(intent).then(onGiven))
        }}
      >
        {effect?.needsSecondWarden === true ? t('effect.ask') : t('effect.close')}
      </HoldButton>
    </Section>
  )
}
