import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { placePictures } from '../place-pictures.ts'
import { useAccount } from '../stores/use-account.ts'
import { useLine } from '../stores/use-line.ts'
import { AccountFigures } from './account-figures.tsx'
import { AccountMovements } from './account-movements.tsx'
import styles from './account.module.css'

/** What a person has, what is put aside, and every movement that made it so. */
export function AccountScreen() {
  const { t } = useTranslation('account')
  return (
    <Screen header={<PageHeader title={t('title')} picture={placePictures.account} />}>
      <Content />
    </Screen>
  )
}

function Content(): ReactNode {
  const { t } = useTranslation('account')
  const account = useAccount()
  const { hasCopy } = useLine()
  if (account === undefined) return <Skeleton count={3} />
  if (account === null || !hasCopy) {
    return (
      <EmptyState picture={placePictures.account} title={t('unknown.title')}>
        {t('unknown.text')}
      </EmptyState>
    )
  }
  return (
    <div className={styles['account']}>
      <AccountFigures account={account} />
      <AccountMovements entries={account.entries} />
    </div>
  )
}
