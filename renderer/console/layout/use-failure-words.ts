import { useTranslation } from 'react-i18next'
import type { ApiFailure } from '../api/api-error.ts'

const keys = {
  OFFLINE: 'offline',
  STAFF_REFUSED: 'refused',
  PASSKEY_UNUSED: 'cancelled',
  STAFF_TRIES_SPENT: 'tries',
  ORDER_REFUSED: 'orderRefused',
  ORDER_UNKNOWN: 'orderUnknown',
  STAFF_INVITATION_REFUSED: 'name',
  INMATE_UNKNOWN: 'inmate',
} as const satisfies Partial<Record<ApiFailure, string>>

/** What a failure means for whoever sits here. */
export function useFailureWords(): (code: ApiFailure) => string {
  const { t } = useTranslation('console')
  return code => t(`failure.${isKnown(code) ? keys[code] : 'other'}`)
}

function isKnown(code: ApiFailure): code is keyof typeof keys {
  return code in keys
}
