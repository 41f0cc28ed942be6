import { useFormat } from '#renderer/i18n/format-context.tsx'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../stores/use-account.ts'
import { ServiceTile } from './service-tile.tsx'

/** What can be ordered with, orders that are only here already taken off. */
export function AccountTile() {
  const { t } = useTranslation('home')
  const format = useFormat()
  const account = useAccount()
  if (account === undefined) return <ServiceTile service="account" />
  if (account === null) return <ServiceTile service="account" line={t('unknown')} />
  const { leftCents } = account
  const said = leftCents > 0 ? 'account.available' : 'account.nothing'
  return <ServiceTile service="account" line={t(said, { amount: format.money(leftCents) })} />
}
