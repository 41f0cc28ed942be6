import { Button } from '#renderer/ui/actions/button.tsx'
import { StateBadge } from '#renderer/ui/display/state-badge.tsx'
import { useNow } from '#renderer/ui/display/use-now.ts'
import type { Closing } from '#shared/directive/closing.ts'
import { type Service, services } from '#shared/directive/services.ts'
import {
  Bell,
  CircleCheck,
  CircleSlash,
  Globe,
  HeartPulse,
  type LucideIcon,
  MessageSquareWarning,
  MonitorSmartphone,
  ScrollText,
  ShoppingBasket,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { hasBegun } from '../layout/has-begun.ts'
import { Section } from '../layout/section.tsx'
import styles from './overview.module.css'

const icons: Readonly<Record<Service, LucideIcon>> = {
  web: Globe,
  canteen: ShoppingBasket,
  medical: HeartPulse,
  requests: ScrollText,
  complaints: MessageSquareWarning,
  notices: Bell,
  platform: MonitorSmartphone,
}

/** Each service, whether it is open, and the way to close it. */
export function ServiceRows({ onClose }: { readonly onClose: (service: Service) => void }) {
  const { t } = useTranslation('console')
  const { state } = useConsole()
  const now = useNow()
  const closings = state.closings.map(({ closing }) => closing).filter(closing => hasBegun(closing, now))
  return (
    <Section title={t('overview.services')}>
      <ul className={styles['rows']}>
        {services.map(service => {
          const Icon = icons[service]
          return (
            <li key={service} className={styles['row']}>
              <div className={styles['service']}>
                <span className={styles['name']}>
                  <Icon aria-hidden />
                  {t(`service.${service}`)}
                </span>
                <OpennessBadge openness={opennessOf(closings, service)} />
              </div>
              <span className={styles['action']}>
                {opennessOf(closings, service) !== 'closedForAll' && (
                  <Button
                    label={t('overview.closeLabel', { what: t(`service.${service}`) })}
                    onPress={() => onClose(service)}
                  >
                    {t('overview.closeIt')}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

type Openness = 'open' | 'closedForSome' | 'closedForAll'

const tones = { open: 'received', closedForSome: 'recorded', closedForAll: 'needsYou' } as const

function OpennessBadge({ openness }: { readonly openness: Openness }) {
  const { t } = useTranslation('console')
  return (
    <StateBadge tone={tones[openness]} icon={openness === 'open' ? CircleCheck : CircleSlash}>
      {t(`overview.${openness}`)}
    </StateBadge>
  )
}

function opennessOf(closings: readonly Closing[], service: Service): Openness {
  const own = closings.filter(closing => touches(closing, service))
  if (own.length === 0) return 'open'
  const isWhole = own.some(({ target, scope }) => target.kind === 'service' && scope.kind === 'everyone')
  return isWhole ? 'closedForAll' : 'closedForSome'
}

/** Whether a closing closes some of a service for somebody. The platform's leaves medical requests open. */
function touches({ target }: Closing, service: Service): boolean {
  if (target.kind !== 'service') return service === 'web'
  return target.service === service || (target.service === 'platform' && service !== 'medical')
}
