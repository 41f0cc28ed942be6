import { useFormat } from '#renderer/i18n/format-context.tsx'
import { useLocalText } from '#renderer/i18n/use-language.ts'
import { Card } from '#renderer/ui/display/card.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import type { NoticeId } from '#shared/contracts/ids.ts'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../navigation-context.tsx'
import type { NoticeView } from '../stores/notice-view.ts'
import styles from './notices.module.css'

interface NoticePageProps {
  readonly notice: NoticeView
  readonly onRead: (id: NoticeId) => void
}

/** One notice, whole. Opening it is reading it. */
export function NoticePage({ notice, onRead }: NoticePageProps) {
  const { t } = useTranslation('notices')
  const localText = useLocalText()
  const format = useFormat()
  const { went } = useNavigation()
  const { id, isRead } = notice
  useEffect(() => {
    if (!isRead) onRead(id)
  }, [id, isRead, onRead])
  const paragraphs = localText(notice.body).split('\n\n')
  return (
    <Screen
      width="text"
      isReading
      header={
        <PageHeader
          title={localText(notice.title)}
          line={t('published', { when: format.day(notice.publishedAt) })}
          onBack={() => went({ place: 'notices' })}
        />
      }
    >
      <Card as="article">
        <div className={styles['body']}>
          {paragraphs.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p className={styles['quiet']}>{t('until', { when: format.day(notice.until) })}</p>
        </div>
      </Card>
    </Screen>
  )
}
