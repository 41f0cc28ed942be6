import { Moment } from '#renderer/ui/display/moment.tsx'
import { Money } from '#renderer/ui/display/money.tsx'
import { Picture } from '#renderer/ui/display/picture.tsx'
import { StateBadge } from '#renderer/ui/display/state-badge.tsx'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../navigation-context.tsx'
import { placePictures } from '../place-pictures.ts'
import type { RequestView } from '../stores/request-view.ts'
import { RequestDue } from './request-due.tsx'
import styles from './requests.module.css'
import { stateTones } from './state-tones.ts'

/** One request in the list: what, since when, where it stands, by when. */
export function RequestCard({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation('requests')
  const { went } = useNavigation()
  const { id, kind, state, needsYou, recordedAt, order } = request
  const standing = needsYou ? 'needs-you' : state
  return (
    <li>
      <button type="button" className={styles['card']} onClick={() => went({ place: 'requests', requestId: id })}>
        <Picture name={kindPictures[kind]} size="medium" />
        <span className={styles['what']}>
          <span className={styles['kind']}>
            {t(`kind.${kind}`)}
            {order !== null && <Money cents={order.totalCents} />}
          </span>
          <span className={styles['when']}>
            <Moment at={recordedAt} show="relative" />
            <RequestDue request={request} />
          </span>
        </span>
        <StateBadge tone={stateTones[standing]}>{t(`state.${standing}`)}</StateBadge>
        <ChevronRight className={styles['chevron']} aria-hidden />
      </button>
    </li>
  )
}

/** The place a request came from is how one recognises it. */
export const kindPictures = {
  canteen: placePictures.canteen,
  medical: placePictures.medical,
  web: placePictures.web,
  unknown: placePictures.requests,
} as const satisfies Record<RequestView['kind'], string>
