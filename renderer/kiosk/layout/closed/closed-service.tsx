import type { Closure } from '#shared/contracts/closure.ts'
import { useTranslation } from 'react-i18next'
import { ClosedPage, type ClosedPageProps } from './closed-page.tsx'

export interface ClosedServiceProps extends Pick<ClosedPageProps, 'draft'> {
  readonly service: 'canteen' | 'medical' | 'notices' | 'web'
  readonly closure: Closure
}

/** The page of a service that is closed as a whole. */
export function ClosedService({ service, closure, draft }: ClosedServiceProps) {
  const { t } = useTranslation('closed')
  return (
    <ClosedPage
      place={service}
      title={t(`title.${service}`)}
      closure={closure}
      {...(draft !== undefined && { draft })}
    />
  )
}
