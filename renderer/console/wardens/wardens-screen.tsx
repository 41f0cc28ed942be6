import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { useNow } from '#renderer/ui/display/use-now.ts'
import type { StaffList } from '#shared/contracts/staff.ts'
import { UserRound } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ApiFailure, codeOf } from '../api/api-error.ts'
import { useConsole } from '../api/console-context.tsx'
import { FailureNote } from '../layout/failure-note.tsx'
import { Page } from '../layout/page.tsx'
import pageStyles from '../layout/page.module.css'
import { Section } from '../layout/section.tsx'
import { InviteForm } from './invite-form.tsx'
import styles from './wardens.module.css'

/** Who may close and open things here, and links for those who are to come. */
export function WardensScreen() {
  const { t } = useTranslation('console')
  const { api } = useConsole()
  const [list, setList] = useState<StaffList>()
  const [failure, setFailure] = useState<ApiFailure>()
  const load = useCallback(() => {
    api.staff().then(setList, (error: unknown) => setFailure(codeOf(error)))
  }, [api])
  useEffect(load, [load])
  return (
    <Page title={t('wardens.title')} isNarrow>
      <FailureNote failure={failure} />
      <Section title={t('wardens.who')}>
        {list === undefined ? failure === undefined && <Skeleton shape="line" /> : <People list={list} />}
      </Section>
      <InviteForm onInvited={load} />
    </Page>
  )
}

function People({ list }: { readonly list: StaffList }) {
  const { t } = useTranslation('console')
  const { session } = useConsole()
  const format = useFormat()
  const now = useNow()
  return (
    <ul>
      {list.staff.map(({ id, name }) => (
        <li key={id} className={styles['person']}>
          <UserRound aria-hidden />
          <strong>{name}</strong>
          {id === session.staff.id && <span className={pageStyles['quiet']}>{t('wardens.you')}</span>}
        </li>
      ))}
      {list.invited.map(({ name, expiresAt }) => (
        <li key={name} className={styles['person']}>
          <UserRound aria-hidden />
          {name}
          <span className={pageStyles['quiet']}>
            {t('wardens.invited', { when: format.relativeDayTime(expiresAt, now) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
