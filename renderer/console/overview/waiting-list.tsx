import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Button } from '#renderer/ui/actions/button.tsx'
import { useNow } from '#renderer/ui/display/use-now.ts'
import type { OrderView } from '#shared/contracts/staff.ts'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { FailureNote } from '../layout/failure-note.tsx'
import { HoldButton } from '../layout/hold-button.tsx'
import { Section } from '../layout/section.tsx'
import { useTask } from '../layout/use-task.ts'
import { useWords } from '../layout/use-words.ts'
import styles from './overview.module.css'

/** The orders that wait for a second warden; nothing where there is none. */
export function WaitingList() {
  const { t } = useTranslation('console')
  const { waiting } = useConsole().state
  if (waiting.length === 0) return null
  return (
    <Section title={t('waiting.title')}>
      <ul>
        {waiting.map(order => (
          <WaitingItem key={order.id} order={order} />
        ))}
      </ul>
    </Section>
  )
}

function WaitingItem({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation('console')
  const { api, refresh } = useConsole()
  const { run, isRunning, failure } = useTask()
  const format = useFormat()
  const now = useNow()
  const describe = useOrderWords()
  const decide = (decision: typeof api.approve) => () => run(() => decision(order.id).then(refresh))
  const isReopening = order.intent.kind === 'reopen'
  const people = t('effect.people', { count: order.expected.people })
  const terminals = t('effect.terminals', { count: order.expected.terminals })
  return (
    <li className={styles['item']}>
      <div>
        <p className={styles['what']}>{describe(order)}</p>
        <p>{t('effect.concerns', { people, terminals })}</p>
      </div>
      <p className={styles['quiet']}>
        {t('waiting.by', { name: order.orderedBy, when: format.relativeDayTime(order.orderedAt, now) })}
      </p>
      {order.isOwn && <p>{t('waiting.own')}</p>}
      <FailureNote failure={failure} />
      <div className={styles['actions']}>
        {!order.isOwn && (
          <HoldButton tone={isReopening ? 'open' : 'close'} isPending={isRunning} onHeld={decide(api.approve)}>
            {t('waiting.approve')}
          </HoldButton>
        )}
        <Button isPending={isRunning} onPress={decide(api.decline)}>
          {order.isOwn ? t('waiting.withdraw') : t('waiting.decline')}
        </Button>
      </div>
    </li>
  )
}

function useOrderWords(): (order: OrderView) => string {
  const { t } = useTranslation('console')
  const words = useWords(useConsole().state)
  return ({ intent, reopens, inmateNumber }) => {
    if (intent.kind === 'close') {
      return t('waiting.closes', { what: words.what(intent.target), whom: words.whom(intent.scope, inmateNumber) })
    }
    if (intent.kind === 'leases') {
      const { web, local } = intent.leases
      return t('waiting.leases', { minutes: Math.round(web / 60), hours: Math.round(local / 3600) })
    }
    return reopens === null
      ? t('waiting.gone')
      : t('waiting.reopens', { what: words.what(reopens.target), whom: words.whom(reopens.scope, inmateNumber) })
  }
}
