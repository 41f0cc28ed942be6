import type { Closure } from '#shared/contracts/closure.ts'
import { useTranslation } from 'react-i18next'
import { ClosedPage } from '../layout/closed/closed-page.tsx'
import { useClosure } from '../stores/use-open-state.ts'
import { AccountTile } from './account-tile.tsx'
import { MedicalTile } from './medical-tile.tsx'
import { RequestsTile } from './requests-tile.tsx'

/** Home while the platform is closed. One's own records stay open, and so does the medical service, unless it is closed itself. */
export function LockPage({ closure }: { readonly closure: Closure }) {
  const { t } = useTranslation('closed')
  const isMedicalOpen = useClosure('medical') === null
  return (
    <ClosedPage
      place="home"
      title={t('title.home')}
      closure={closure}
      ways={
        <>
          {isMedicalOpen && <MedicalTile />}
          <RequestsTile />
          <AccountTile />
        </>
      }
    />
  )
}
