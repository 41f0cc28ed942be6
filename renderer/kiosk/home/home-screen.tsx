import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { useTranslation } from 'react-i18next'
import { MaintenanceNotice } from '../layout/closed/maintenance-notice.tsx'
import { useClosure } from '../stores/use-open-state.ts'
import { useSession } from '../stores/use-session.ts'
import styles from './home-screen.module.css'
import { PressingNotice } from './pressing-notice.tsx'
import { AccountTile } from './account-tile.tsx'
import { CanteenTile } from './canteen-tile.tsx'
import { LockPage } from './lock-page.tsx'
import { MedicalTile } from './medical-tile.tsx'
import { NoticesTile } from './notices-tile.tsx'
import { RequestsTile } from './requests-tile.tsx'
import { WebTile } from './web-tile.tsx'

/** The six services, each with one line of what is true about it now; above them a notice that matters. */
export function HomeScreen() {
  const { t } = useTranslation('home')
  const name = useSession(session => session.person?.givenName ?? '')
  const closure = useClosure('home')
  if (closure !== null) return <LockPage closure={closure} />
  return (
    <Screen header={<PageHeader title={t('title', { name })} />}>
      <div className={styles['home']}>
        <MaintenanceNotice />
        <PressingNotice />
        <div className={styles['tiles']}>
          <CanteenTile />
          <MedicalTile />
          <RequestsTile />
          <AccountTile />
          <NoticesTile />
          <WebTile />
        </div>
      </div>
    </Screen>
  )
}
