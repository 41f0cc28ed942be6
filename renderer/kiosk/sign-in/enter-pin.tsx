import { PinPad } from '#renderer/ui/fields/pin-pad.tsx'
import type { Person } from '#shared/contracts/person.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../stores/use-session.ts'
import { Initial } from '../layout/initial.tsx'
import { PadPage } from '../layout/pad-page.tsx'
import { SignInMessage, type SignInNews } from './sign-in-message.tsx'
import { useWaitSeconds } from './use-wait-seconds.ts'

export interface EnterPinProps {
  readonly number: string
  /** Unknown for a number that was typed: whether it exists is not for this screen to say. */
  readonly person: Person | undefined
  readonly onOther: () => void
}

const MIN_DIGITS = 4
const MAX_DIGITS = 8

/** The PIN. What went wrong is said calmly, and never which of number and PIN it was. */
export function EnterPin({ number, person, onOther }: EnterPinProps) {
  const { t } = useTranslation('signIn')
  const signIn = useSession(session => session.signIn)
  const isLocked = useSession(session => session.lastEnd === 'idle') && person !== undefined
  const [pin, setPin] = useState('')
  const [isPending, setPending] = useState(false)
  const [news, setNews] = useState<SignInNews>(isLocked ? 'draft-kept' : 'none')
  const waitSeconds = useWaitSeconds()

  const submit = async () => {
    setPending(true)
    const outcome = await signIn({ number, pin })
    setPending(false)
    setPin('')
    if (outcome.status !== 'signed-in') setNews(outcome.status)
  }
  const change = (digits: string) => {
    if (!isPending) setPin(digits)
  }

  return (
    <PadPage
      title={person === undefined ? t('number', { number }) : t('greeting', { name: person.givenName })}
      hint={t('enterPin')}
      message={<SignInMessage news={news} waitSeconds={waitSeconds} />}
      onBack={onOther}
      backLabel={t('otherName')}
      above={person !== undefined && <Initial name={person.givenName} />}
    >
      <PinPad
        label={t('enterPin')}
        value={pin}
        onChange={change}
        onSubmit={() => void submit()}
        submitLabel={t('signIn')}
        minLength={MIN_DIGITS}
        maxLength={MAX_DIGITS}
        isSecret
        isPending={isPending}
        isDisabled={waitSeconds > 0}
      />
    </PadPage>
  )
}
