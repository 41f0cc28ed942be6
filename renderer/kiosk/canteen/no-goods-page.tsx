import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { useTranslation } from 'react-i18next'
import { placePictures } from '../place-pictures.ts'

/** `loading`: being read. `not-here`: this terminal never received a catalogue. `no-goods`: it did, and it is empty. */
export type NoGoods = 'loading' | 'not-here' | 'no-goods'

/** The canteen before there is anything to choose from. */
export function NoGoodsPage({ why }: { readonly why: NoGoods }) {
  const { t } = useTranslation('canteen')
  return (
    <Screen header={<PageHeader title={t('title')} picture={placePictures.canteen} />}>
      {why === 'loading' && <Skeleton shape="tile" count={8} />}
      {why === 'not-here' && (
        <EmptyState picture="postbox" title={t('empty.notHereTitle')}>
          {t('empty.notHereText')}
        </EmptyState>
      )}
      {why === 'no-goods' && (
        <EmptyState picture={placePictures.canteen} title={t('empty.noGoodsTitle')}>
          {t('empty.noGoodsText')}
        </EmptyState>
      )}
    </Screen>
  )
}
