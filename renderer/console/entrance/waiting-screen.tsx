import { Button } from '#renderer/ui/actions/button.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { useTranslation } from 'react-i18next'
import { FailureNote } from '../layout/failure-note.tsx'
import { EntranceFrame } from './entrance-frame.tsx'

export interface WaitingScreenProps {
  readonly isUnreachable: boolean
  readonly onAgain: () => void
}

/** Before it is known who is there; or when nobody answers. */
export function WaitingScreen({ isUnreachable, onAgain }: WaitingScreenProps) {
  const { t } = useTranslation(['console', 'common'])
  return (
    <EntranceFrame title={t('console:signIn.title')}>
      {isUnreachable ? (
        <>
          <FailureNote failure="OFFLINE" />
          <Button onPress={onAgain}>{t('common:actions.tryAgain')}</Button>
        </>
      ) : (
        <Skeleton shape="line" />
      )}
    </EntranceFrame>
  )
}
