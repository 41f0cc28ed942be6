import { useFormat } from '#renderer/i18n/format-context.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { useNow } from '#renderer/ui/display/use-now.ts'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import type { Effect } from '#shared/contracts/staff.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import type { Service } from '#shared/directive/services.ts'
import { CircleCheck, CircleSlash, DoorOpen, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import styles from './effect-words.module.css'
import { useWords } from './use-words.ts'

export interface EffectWordsProps {
  readonly intent: OrderIntent
  readonly effect: Effect
}

/** In plain words: how many it reaches, what closes or opens, what goes on. */
export function EffectWords({ intent, effect }: EffectWordsProps) {
  const { t } = useTranslation('console')
  const { state } = useConsole()
  const words = useWords(state)
  const format = useFormat()
  const now = useNow()
  const list = (services: readonly Service[]) => services.map(service => t(`service.${service}`)).join(', ')
  const closes =
    intent.kind !== 'close' ? '' : effect.closes.length > 0 ? list(effect.closes) : words.what(intent.target)
  const opens = intent.kind === 'reopen' ? list(effect.opens) : ''
  const people = t('effect.people', { count: effect.people })
  const terminals = t('effect.terminals', { count: effect.terminals })
  const isLater = intent.kind === 'close' && intent.from !== null && Date.parse(intent.from) > now
  const when = isLater ? t('until.from', { when: format.relativeDayTime(intent.from ?? '', now) }) : ''
  return (
    <div className={styles['effect']}>
      <p className={classNames(styles['row'], styles['concerns'])}>
        <Users aria-hidden />
        {t('effect.concerns', { people, terminals })}
      </p>
      {closes !== '' && (
        <p className={classNames(styles['row'], styles['closes'])}>
          <CircleSlash aria-hidden />
          {isLater ? t('effect.closesLater', { when, what: closes }) : t('effect.closes', { what: closes })}
        </p>
      )}
      {opens !== '' && (
        <p className={classNames(styles['row'], styles['stays'])}>
          <DoorOpen aria-hidden />
          {t('effect.opens', { what: opens })}
        </p>
      )}
      {intent.kind === 'close' && effect.stays.length > 0 && (
        <p className={classNames(styles['row'], styles['stays'])}>
          <CircleCheck aria-hidden />
          {t('effect.stays', { what: list(effect.stays) })}
        </p>
      )}
      <p className={styles['quiet']}>{intent.kind === 'reopen' ? t('effect.otherClosings') : t('effect.always')}</p>
      {effect.needsSecondWarden && <NoticeBar tone="underway">{t('effect.second')}</NoticeBar>}
    </div>
  )
}
