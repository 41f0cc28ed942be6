import { useLocalText } from '#renderer/i18n/use-language.ts'
import { Moment } from '#renderer/ui/display/moment.tsx'
import { ChevronRight, Mail, MailOpen, Megaphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../navigation-context.tsx'
import type { NoticeView } from '../stores/notice-view.ts'
import styles from './notices.module.css'

/** One notice in the list: new or read, important or not, said in words beside the symbol. */
export function NoticeCard({ notice }: { readonly notice: NoticeView }) {
  const { t } = useTranslation('notices')
  const localText = useLocalText()
  const { went } = useNavigation()
  return (
    <li>
      <button
        type="button"
        className={styles['card']}
        data-unread={!notice.isRead || undefined}
        onClick={() => went({ place: 'notices', noticeId: notice.id })}
      >
        <NoticeSymbol notice={notice} />
        <span className={styles['words']}>
          <span className={styles['title']}>{localText(notice.title)}</span>
          <span className={styles['when']}>
            {!notice.isRead && <strong>{t('new')}</strong>}
            {notice.important && <strong>{t('important')}</strong>}
            <Moment at={notice.publishedAt} show="day" />
          </span>
        </span>
        <ChevronRight className={styles['chevron']} aria-hidden />
      </button>
    </li>
  )
}

function NoticeSymbol({ notice: { important, isRead } }: { readonly notice: NoticeView }) {
  if (important) return <Megaphone className={styles['symbol']} aria-hidden />
  return isRead ? (
    <MailOpen className={styles['symbol']} aria-hidden />
  ) : (
    <Mail className={styles['symbol']} aria-hidden />
  )
}
