import { classNames } from '#renderer/ui/class-names.ts'
import { Moment } from '#renderer/ui/display/moment.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { useTranslation } from 'react-i18next'
import { MaintenanceNotice } from './closed/maintenance-notice.tsx'
import type { LineState } from '../stores/line-store.ts'
import { useRequests } from '../stores/use-requests.ts'
import { useSession } from '../stores/use-session.ts'
import styles from './line-panel.module.css'
import type { LineWord } from './line-words.ts'

export interface LinePanelProps {
  readonly word: LineWord
  readonly line: LineState
}

/** Behind the word: what it is doing, what waits, when the prison was last heard, which terminal this is. */
export function LinePanel({ word, line }: LinePanelProps) {
  const { t } = useTranslation('frame')
  const terminal = useSession(session => session.terminal)
  const needYou = useRequests()?.filter(request => request.needsYou).length ?? 0
  return (
    <div className={styles['panel']}>
      <h2 className={styles['title']}>{t('panel.title')}</h2>
      {word !== 'maintenance' && <p>{t(`panel.doing.${word}`)}</p>}
      <MaintenanceNotice />
      {line.isDegraded && <NoticeBar tone="needsYou">{t('panel.degraded')}</NoticeBar>}
      <dl className={styles['facts']}>
        <div className={classNames(styles['fact'], styles['wide'])}>
          <dt>{t('panel.waitingLabel')}</dt>
          <dd className={styles['value']}>
            {line.waiting === 0 ? t('panel.nothingWaits') : t('panel.waiting', { count: line.waiting })}
            {needYou > 0 && ` ${t('panel.needsYou', { count: needYou })}`}
          </dd>
        </div>
        <div className={styles['fact']}>
          <dt>{t('panel.contactLabel')}</dt>
          <dd className={styles['value']}>
            {line.lastContactAt === null ? t('panel.noContact') : <Moment at={line.lastContactAt} show="since" />}
          </dd>
        </div>
        {line.nextTryAt !== null && word !== 'connected' && (
          <div className={styles['fact']}>
            <dt>{t('panel.nextTryLabel')}</dt>
            <dd className={styles['value']}>
              <Moment at={line.nextTryAt} show="time" />
            </dd>
          </div>
        )}
      </dl>
      {terminal !== undefined && (
        <p className={styles['terminal']}>{t('panel.terminal', { name: terminal.terminalName })}</p>
      )}
    </div>
  )
}
