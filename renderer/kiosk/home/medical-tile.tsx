import { useTranslation } from 'react-i18next'
import { ServiceTile } from './service-tile.tsx'

/** Nothing about health stands on the home page: somebody may be looking on. */
export function MedicalTile() {
  const { t } = useTranslation('home')
  return <ServiceTile service="medical" line={t('medical')} />
}
