import { LanguageSwitch } from '#renderer/ui/fields/language-switch.tsx'
import type { Person } from '#shared/contracts/person.ts'
import { useState } from 'react'
import { OutsideFrame } from '../layout/outside-frame.tsx'
import { useSession } from '../stores/use-session.ts'
import { ChoosePerson } from './choose-person.tsx'
import { EnterNumber } from './enter-number.tsx'
import { EnterPin } from './enter-pin.tsx'

type Step =
  | { readonly name: 'choose' }
  | { readonly name: 'number' }
  | { readonly name: 'pin'; readonly number: string; readonly person: Person | undefined }

export interface SignInScreenProps {
  readonly returning: Person | null
  /** A technician asks for the service screen, in the one way that is on no sign. */
  readonly onService: () => void
}

/** Who, then the PIN. `returning` is who was locked out by the idle lock: theirs is the next PIN, most likely. */
export function SignInScreen({ returning, onService }: SignInScreenProps) {
  const language = useSession(session => session.language)
  const chooseLanguage = useSession(session => session.chooseLanguage)
  const [step, setStep] = useState<Step>(() => firstStep(returning))
  const pinOf = (person: Person) => setStep({ name: 'pin', number: person.number, person })
  return (
    <OutsideFrame footer={<LanguageSwitch language={language} onChange={chooseLanguage} />} onService={onService}>
      {step.name === 'choose' && <ChoosePerson onPerson={pinOf} onOtherNumber={() => setStep({ name: 'number' })} />}
      {step.name === 'number' && (
        <EnterNumber
          onBack={() => setStep({ name: 'choose' })}
          onNumber={number => setStep({ name: 'pin', number, person: undefined })}
        />
      )}
      {step.name === 'pin' && (
        <EnterPin
          key={step.number}
          number={step.number}
          person={step.person}
          onOther={() => setStep({ name: 'choose' })}
        />
      )}
    </OutsideFrame>
  )
}

function firstStep(returning: Person | null): Step {
  return returning === null ? { name: 'choose' } : { name: 'pin', number: returning.number, person: returning }
}
