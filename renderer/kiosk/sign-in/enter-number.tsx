import { PinPad } from '#renderer/ui/fields/pin-pad.tsx'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PadPage } from '../layout/pad-page.tsx'

export interface EnterNumberProps {
  readonly onBack: () => void
  readonly onNumber: (number: string) => void
}

const MIN_DIGITS = 3
const MAX_DIGITS = 8

/** For a person whose name is not shown: the number on the door card. */
export function EnterNumber({ onBack, onNumber }: EnterNumberProps) {
  const { t } = useTranslation('signIn')
  const [digits, setDigits] = useState('')
  return (
    <PadPage title={t('enterNumber')} hint={t('enterNumberHint')} message={null} onBack={onBack}>
      <PinPad
        label={t('enterNumber')}
        value={digits}
        onChange={setDigits}
        onSubmit={() => onNumber(digits)}
        submitLabel={t('continue')}
        minLength={MIN_DIGITS}
        maxLength={MAX_DIGITS}
        isSecret={false}
      />
    </PadPage>
  )
}
