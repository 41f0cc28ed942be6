import { Button } from '#renderer/ui/actions/button.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { KeyRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ApiFailure, codeOf } from '../api/api-error.ts'
import type { Joining } from '../api/passkeys.ts'
import type { StaffApi } from '../api/staff-api.ts'
import { FailureNote } from '../layout/failure-note.tsx'
import { useTask } from '../layout/use-task.ts'
import { EntranceFrame } from './entrance-frame.tsx'

export interface JoinScreenProps {
  readonly api: Pick<StaffApi, 'askToJoin' | 'join'>
  readonly token: string
  readonly onJoined: () => void
}

/** What a one-time link opens: a name, and a passkey to make. */
export function JoinScreen({ api, token, onJoined }: JoinScreenProps) {
  const { t } = useTranslation('console')
  const [joining, setJoining] = useState<Joining>()
  const [bad, setBad] = useState<ApiFailure>()
  const { run, isRunning, failure } = useTask()
  useEffect(() => {
    api.askToJoin(token).then(setJoining, (error: unknown) => setBad(codeOf(error)))
  }, [api, token])

  const join = async (asked: Joining) => {
    try {
      await api.join(asked)
      onJoined()
    } catch (error) {
      // Each challenge is good once.
      setJoining(await api.askToJoin(token))
      throw error
    }
  }
  if (bad !== undefined) {
    return bad === 'STAFF_INVITATION_REFUSED' ? (
      <EntranceFrame title={t('join.badTitle')}>
        <p>{t('join.bad')}</p>
      </EntranceFrame>
    ) : (
      <EntranceFrame title={t('signIn.title')}>
        <FailureNote failure={bad} />
      </EntranceFrame>
    )
  }
  if (joining === undefined) {
    return (
      <EntranceFrame title={t('signIn.title')}>
        <Skeleton shape="line" />
      </EntranceFrame>
    )
  }
  return (
    <EntranceFrame title={t('join.title', { name: joining.name })}>
      <p>{t('join.text')}</p>
      <FailureNote failure={failure} />
      <Button
        variant="primary"
        size="large"
        icon={KeyRound}
        isWide
        isPending={isRunning}
        onPress={() => run(() => join(joining))}
      >
        {t('join.action')}
      </Button>
    </EntranceFrame>
  )
}
