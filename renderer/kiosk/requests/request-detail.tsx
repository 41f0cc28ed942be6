import { Card } from '#renderer/ui/display/card.tsx'
import { StateBadge } from '#renderer/ui/display/state-badge.tsx'
import { Timeline } from '#renderer/ui/display/timeline.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { useTranslation } from 'react-i18next'
import { ParkedRequest } from '../layout/parked-request.tsx'
import { useNavigation } from '../navigation-context.tsx'
import type { RequestView } from '../stores/request-view.ts'
import { OrderLines } from './order-lines.tsx'
import { RefusedFollowUps } from './refused-follow-ups.tsx'
import { RequestActions } from './request-actions.tsx'
import styles from './requests.module.css'
import { stateTones } from './state-tones.ts'
import { useTimelineSteps } from './use-timeline-steps.tsx'

/** One request: what needs the person first, then its life, then what was asked. */
export function RequestDetail({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation('requests')
  const { went } = useNavigation()
  const steps = useTimelineSteps(request)
  const toList = () => went({ place: 'requests' })
  return (
    <Screen
      width="text"
      header={
        <PageHeader
          title={t(`kind.${request.kind}`)}
          line={t('reference', { reference: request.reference })}
          onBack={toList}
          aside={<StateBadge tone={stateTones[request.state]}>{t(`state.${request.state}`)}</StateBadge>}
        />
      }
      footer={<RequestActions request={request} />}
    >
      <div className={styles['detail']}>
        {request.rejection !== null && (
          <Card>
            <ParkedRequest
              request={request}
              onConfirmedAgain={id => went({ place: 'requests', requestId: id })}
              onPutAway={toList}
              onOrderAgain={() => went({ place: 'canteen' })}
            />
          </Card>
        )}
        <RefusedFollowUps request={request} />
        {request.kind !== 'unknown' && (
          <Card>
            <Timeline label={t('history')} steps={steps} />
          </Card>
        )}
        {request.order !== null && <OrderLines order={request.order} />}
        {request.kind === 'medical' && <p className={styles['quiet']}>{t('confidential')}</p>}
      </div>
    </Screen>
  )
}
