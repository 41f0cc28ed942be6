import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from './failure-notice.tsx'
import type { SetUp, SetUpState } from './set-up-store.ts'
import { StepForm } from './step-form.tsx'

const LONGEST_ADDRESS = 300

export function ServerStep({ setUp, state }: { readonly setUp: SetUp; readonly state: SetUpState }) {
  const { t } = useTranslation('setUp')
  const goOn = () => void setUp.goOn()
  return (
    <StepForm title={t('serverTitle')} onGoOn={goOn} isPending={state.doing !== 'nothing'}>
      <TextField
        label={t('serverLabel')}
        hint={t('serverHint')}
        value={state.address}
        maxLength={LONGEST_ADDRESS}
        onChange={setUp.typeAddress}
      />
      <FailureNotice setUp={setUp} failure={state.failure} />
    </StepForm>
  )
}
