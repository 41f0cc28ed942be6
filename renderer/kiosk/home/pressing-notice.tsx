import { useLocalText } from '#renderer/i18n/use-language.ts'
import { Button } from '#renderer/ui/actions/button.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { Megaphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../navigation-context.tsx'
import { useClosure } from '../stores/use-open-state.ts'
import { useNotices } from '../stores/use-notices.ts'

/** An important notice sits on top until it was read. */
export function PressingNotice() {
  const { t } = useTranslation('home')
  const localText = useLocalText()
  const pressing = useNotices()?.pressing ?? null
  const { went } = useNavigation()
  const isClosed = useClosure('notices') !== null
  if (pressing === null || isClosed) return null
  const title = localText(pressing.title)
  return (
    <NoticeBar
      tone="notice"
      icon={Megaphone}
      title={t('important', { title })}
      action={
        <Button label={t('readLabel', { title })} onPress={() => went({ place: 'notices', noticeId: pressing.id })}>
          {t('read')}
        </Button>
      }
    />
  )
}
