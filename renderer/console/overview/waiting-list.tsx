import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Button } from '#renderer/ui/actions/button.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { useNow } from '#renderer/ui/display/use-now.ts'
import type { OrderView } from '#shared/contracts/staff.ts'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { FailureNote } from '../layout/failure-note.tsx'
import { HoldButton } from '../layout/hold-button.tsx'
import styles from '../layout/page.module.css'
import { Section } from '../layout/section.tsx'
import { useTask } from '../layout/use-task.ts'
import { useOrderWords } from './use-order-words.ts'

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
  const format = useFormat()
  const now = useNow()
  const { what, details, line } = useOrderWords()(order)
  const people = t('effect.people', { count: order.expected.people })
  const terminals = t('effect.terminals', { count: order.expected.terminals })
  return (
    <li className={styles['item']}>
      <div>
        <p className={styles['what']}>{what}</p>
        <p>{t('effect.concerns', { people, terminals })}</p>
        {details !== '' && <p>{details}</p>}
      </div>
      {line !== null && <p className={styles['quote']}>{line}</p>}
      <p className={styles['quiet']}>
        {t('waiting.by', { name: order.orderedBy, when: format.relativeDayTime(order.orderedAt, now) })}
      </p>
      {order.isOwn && <p>{t('waiting.own')}</p>}
      <Decision order={order} />
    </li>
  )
}

/** Another warden's word, or the own way back. */
function Decision({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation('console')
  const { api, refresh } = useConsole()
  const { run, isRunning, failure } = useTask()
  const decide = (decision: typeof api.approve) => () => run(() => decision(order.id).then(refresh))
  return (
    <>
      {failure === 'ORDER_REFUSED' ? (
        <NoticeBar tone="needsYou" role="alert">
          {t('waiting.refused')}
        </NoticeBar>
      ) : (
        <FailureNote failure={failure} />
      )}
      <div className={styles['actions']}>
        {!order.isOwn && (
          <HoldButton
            tone={order.intent.kind === 'reopen' ? 'open' : 'close'}
            isPending={isRunning}
            onHeld={decide(api.approve)}
          >
            {t('waiting.approve')}
          </HoldButton>
        )}
        <Button isPending={isRunning} onPress={decide(api.decline)}>
          {order.isOwn ? t('waiting.withdraw') : t('waiting.decline')}
        </Button>
      </div>
    </>
  )
}
