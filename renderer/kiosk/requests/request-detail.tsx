import { Card } from '#renderer/ui/display/card.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { StateBadge } from '#renderer/ui/display/state-badge.tsx'
import { Timeline } from '#renderer/ui/display/timeline.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ParkedRequest } from '../layout/parked-request.tsx'
import { useNavigation } from '../navigation-context.tsx'
import type { RequestView } from '../stores/request-view.ts'
import { OrderLines } from './order-lines.tsx'
import { RefusedFollowUps } from './refused-follow-ups.tsx'
import { hasActions, RequestActions } from './request-actions.tsx'
import styles from './requests.module.css'
import { stateTones } from './state-tones.ts'
import { useTimelineSteps } from './use-timeline-steps.tsx'

/** One request: what needs the person first, then its life, then what was asked. */
export function RequestDetail({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation('requests')
  const { went } = useNavigation()
  const { kind, order, page, reference, state } = request
  return (
    <Screen
      isReading
      header={
        <PageHeader
          // What was put away takes its button along: the focus starts again at the top.
          key={request.refusedFollowUps.length}
          title={t(`kind.${kind}`)}
          line={t('reference', { reference })}
          onBack={() => went({ place: 'requests' })}
          aside={<StateBadge tone={stateTones[state]}>{t(`state.${state}`)}</StateBadge>}
        />
      }
      footer={hasActions(request) ? <RequestActions request={request} /> : undefined}
    >
      <div className={styles['detail']} data-wide={order !== null || page !== null || kind === 'medical' || undefined}>
        <div className={styles['column']}>
          <WhatHappened request={request} />
        </div>
        {kind === 'medical' && (
          <NoticeBar tone="notice" icon={Lock}>
            {t('confidential')}
          </NoticeBar>
        )}
        {page !== null && <AskedPage page={page} />}
        {order !== null && <OrderLines order={order} />}
      </div>
    </Screen>
  )
}

function WhatHappened({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation('requests')
  const { went } = useNavigation()
  const steps = useTimelineSteps(request)
  const { kind, rejection } = request
  return (
    <>
      {rejection !== null && (
        <Card>
          <ParkedRequest
            request={request}
            onConfirmedAgain={id => went({ place: 'requests', requestId: id })}
            onPutAway={() => went({ place: 'requests' })}
            {...(kind === 'canteen' && { onOrderAgain: () => went({ place: 'canteen' }) })}
          />
        </Card>
      )}
      <RefusedFollowUps request={request} />
      {kind !== 'unknown' && (
        <Card>
          <Timeline label={t('history')} steps={steps} />
        </Card>
      )}
    </>
  )
}

function AskedPage({ page }: { readonly page: NonNullable<RequestView['page']> }) {
  const { t } = useTranslation('requests')
  return (
    <Card>
      <p className={styles['kind']}>{t('page')}</p>
      {/* As it is written, so that nobody takes it for words of the kiosk's own. */}
      <p className={styles['address']} translate="no">
        {page.address}
      </p>
      <p className={styles['quiet']}>{t('pageCode', { code: page.code })}</p>
    </Card>
  )
}
