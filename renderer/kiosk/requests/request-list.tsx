import { Button } from '#renderer/ui/actions/button.tsx'
import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClosureNote } from '../layout/closed/closure-note.tsx'
import { placePictures } from '../place-pictures.ts'
import type { RequestView } from '../stores/request-view.ts'
import { useOpenState } from '../stores/use-open-state.ts'
import { useLine } from '../stores/use-line.ts'
import { RequestCard } from './request-card.tsx'
import styles from './requests.module.css'
import { isOver } from '../stores/is-over.ts'

/** How many finished ones are shown before somebody asks for more: what is under way matters more. */
const FINISHED_AT_FIRST = 8

/** All of a person's requests: those that need them first, then what is under way, then what is over. */
export function RequestList({ requests }: { readonly requests: readonly RequestView[] | undefined }) {
  const { t } = useTranslation('requests')
  const { hasCopy } = useLine()
  const closure = useOpenState()?.requests ?? null
  const nothing = hasCopy ? 'empty' : 'unknown'
  return (
    <Screen header={<PageHeader title={t('title')} picture={placePictures.requests} />}>
      {closure !== null && <ClosureNote what="requests" closure={closure} />}
      {requests === undefined && <Skeleton count={4} />}
      {requests?.length === 0 && (
        <EmptyState picture={placePictures.requests} title={t(`${nothing}.title`)}>
          {t(`${nothing}.text`)}
        </EmptyState>
      )}
      {requests !== undefined && requests.length > 0 && <Groups requests={requests} />}
    </Screen>
  )
}

function Groups({ requests }: { readonly requests: readonly RequestView[] }) {
  const { t } = useTranslation('requests')
  const [limit, setLimit] = useState(FINISHED_AT_FIRST)
  const needYou = requests.filter(({ needsYou }) => needsYou)
  const open = requests.filter(({ state, needsYou }) => !needsYou && !isOver(state))
  const over = requests.filter(({ state, needsYou }) => !needsYou && isOver(state))
  return (
    <div className={styles['groups']}>
      {needYou.length + open.length > 0 && (
        <div className={styles['column']}>
          {needYou.length > 0 && <Group title={t('needYou')} requests={needYou} />}
          {open.length > 0 && <Group title={t('open')} requests={open} />}
        </div>
      )}
      {over.length > 0 && (
        <div className={styles['column']}>
          <Group title={t('over')} requests={over.slice(0, limit)} />
          {over.length > limit && (
            <Button icon={ChevronDown} onPress={() => setLimit(limit + FINISHED_AT_FIRST)}>
              {t('showOlder')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Group({ title, requests }: { readonly title: string; readonly requests: readonly RequestView[] }) {
  const id = useId()
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <h2 id={id} className={styles['groupTitle']}>
        {title}
      </h2>
      <ul className={styles['list']}>
        {requests.map(request => (
          <RequestCard key={request.id} request={request} />
        ))}
      </ul>
    </section>
  )
}
