import { Button } from '#renderer/ui/actions/button.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { refusedPageSchema, type RefusedPage } from '#shared/contracts/operation.ts'
import type { ErrorCode } from '#shared/errors/guichet-error.ts'
import { Hand } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClosureNote } from '../layout/closed/closure-note.tsx'
import { isOver } from '../stores/is-over.ts'
import { useOpenState } from '../stores/use-open-state.ts'
import { useActions } from '../stores/use-actions.ts'
import { useRequests } from '../stores/use-requests.ts'
import type { WebPage } from '../stores/web-store.ts'
import { isAskable, refusalKind } from './refusal-kind.ts'
import styles from './web.module.css'

/** What can be asked for of a refusal: nothing where nobody could grant it, or its address is none of a page (`mailto:`). */
export function askableOf(page: WebPage | null): RefusedPage | null {
  if (page === null || page.refusal === null) return null
  const { address, code, reason } = page.refusal
  if (!isAskable(refusalKind(reason))) return null
  const asked = refusedPageSchema.safeParse({ siteId: page.siteId, address, code })
  return asked.success && address.includes('/') ? asked.data : null
}

interface AskForPageProps {
  readonly page: RefusedPage
  /** The other ways on, in one row with this one. */
  readonly children: ReactNode
}

/** Turns a refused page into a request to the technician, once, and says where it is found. */
export function AskForPage({ page, children }: AskForPageProps) {
  const { t } = useTranslation(['web', 'closed'])
  const closure = useOpenState()?.requests ?? null
  const { askForPage } = useActions()
  const requests = useRequests() ?? []
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<ErrorCode | null>(null)
  const told = useRef<HTMLOutputElement>(null)
  const isAsked = requests.some(request => request.page?.address === page.address && !isOver(request.state))
  const canAsk = !isAsked && closure === null
  const ask = () => {
    setPending(true)
    void askForPage(page).then(outcome => {
      setPending(false)
      setFailure(outcome.status === 'recorded' ? null : outcome.code)
      // The button that was pressed goes away with what it did.
      if (outcome.status === 'recorded') told.current?.focus()
    })
  }
  return (
    <>
      {!isAsked && closure !== null && <ClosureNote what="page" closure={closure} />}
      <output ref={told} tabIndex={-1}>
        {isAsked && <NoticeBar tone="recorded">{t('ask.asked')}</NoticeBar>}
        {failure !== null && !isAsked && (
          <NoticeBar tone="needsYou" role="alert">
            {failure === 'SERVICE_CLOSED' ? t('closed:refused') : t('ask.notRecorded')}
          </NoticeBar>
        )}
      </output>
      <div className={styles['ways']}>
        {children}
        {canAsk && (
          <Button icon={Hand} isPending={isPending} onPress={ask}>
            {t('ask.action')}
          </Button>
        )}
      </div>
      {canAsk && <p className={styles['who']}>{t('ask.who')}</p>}
    </>
  )
}
