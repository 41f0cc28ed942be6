import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from './failure-notice.tsx'
import type { SetUp, SetUpState } from './set-up-store.ts'
import { StepForm } from './step-form.tsx'

/** A scanner may type a whole sheet's text into it. */
const LONGEST_TEXT = 500

export function CodeStep({ setUp, state }: { readonly setUp: SetUp; readonly state: SetUpState }) {
  const { t } = useTranslation('setUp')
  const goOn = () => void setUp.goOn()
  return (
    <StepForm title={t('codeTitle')} onGoOn={goOn} onBack={setUp.goBack} isPending={state.doing !== 'nothing'}>
      <TextField
        label={t('codeLabel')}
        hint={t('codeHint')}
        value={state.code}
        maxLength={LONGEST_TEXT}
        onChange={setUp.typeCode}
      />
      <FailureNotice setUp={setUp} failure={state.failure} />
    </StepForm>
  )
}
