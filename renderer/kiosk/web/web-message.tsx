import { Button } from '#renderer/ui/actions/button.tsx'
import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import type { WebSite } from '#shared/contracts/bridge.ts'
import { ArrowLeft, House, LayoutGrid, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { placePictures } from '../place-pictures.ts'
import { AskForPage, askableOf } from './ask-for-page.tsx'
import { useWeb } from '../stores/use-web.ts'
import { refusalKind } from './refusal-kind.ts'
import styles from './web.module.css'

interface WebMessageProps {
  readonly site: WebSite
  readonly message: 'refused' | 'failed' | 'offline' | 'closed'
  readonly onReopen: () => void
  readonly onClose: () => void
}

/** In the place of a page that is not shown: what is true, and a way on. */
export function WebMessage(props: WebMessageProps) {
  const { message } = props
  const { t } = useTranslation('web')
  const { page } = useWeb()
  const refusal = message === 'refused' ? (page?.refusal ?? null) : null
  const told = refusal === null ? message : refusalKind(refusal.reason)
  return (
    <EmptyState picture={placePictures.web} title={t(`${told}.title`)} action={<Action {...props} />}>
      <div role="alert">
        <p>{t(`${told}.text`)}</p>
        {refusal !== null && <p className={styles['code']}>{t('refused.code', { code: refusal.code })}</p>}
      </div>
    </EmptyState>
  )
}

function Action(props: WebMessageProps) {
  const { page } = useWeb()
  const asked = props.message === 'refused' ? askableOf(page) : null
  if (props.message === 'offline') return null
  if (asked === null) {
    return (
      <div className={styles['ways']}>
        <Ways {...props} />
      </div>
    )
  }
  return (
    <AskForPage key={asked.address} page={asked}>
      <Ways {...props} />
    </AskForPage>
  )
}

function Ways({ site, message, onReopen, onClose }: WebMessageProps) {
  const { t } = useTranslation('web')
  const { page, back, start } = useWeb()
  if (message === 'closed') {
    return (
      <Button icon={LayoutGrid} onPress={onClose}>
        {t('closed.action')}
      </Button>
    )
  }
  const isHere = page?.siteId === site.id
  return (
    <>
      {isHere && page.canGoBack && (
        <Button icon={ArrowLeft} onPress={() => void back()}>
          {t('bar.back')}
        </Button>
      )}
      {message === 'refused' && (
        <Button icon={House} onPress={() => void start()}>
          {t('bar.start')}
        </Button>
      )}
      {message === 'failed' && (
        <Button icon={RotateCcw} onPress={() => (isHere ? void start() : onReopen())}>
          {t('failed.again')}
        </Button>
      )}
    </>
  )
}
