import { LanguageSwitch } from '#renderer/ui/fields/language-switch.tsx'
import { type ComponentType, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { OutsideFrame } from '../layout/outside-frame.tsx'
import type { ServiceScreenProps } from '../stores/entrance.ts'
import { useSession } from '../stores/use-session.ts'
import { AskCode } from './ask-code.tsx'
import { OpenService } from './open-service.tsx'
import { createService, type ServicePorts } from './service-store.ts'

interface ServicePageProps extends ServiceScreenProps {
  readonly ports: ServicePorts
}

/** The technician's screen in the place of the sign-in: first the code, then how this terminal is. */
function ServicePage({ ports, onLeave }: ServicePageProps) {
  const language = useSession(session => session.language)
  const chooseLanguage = useSession(session => session.chooseLanguage)
  const [service] = useState(() => createService(ports, onLeave))
  const phase = useStore(service.store, state => state.phase)
  useEffect(() => service.start(), [service])
  return (
    <OutsideFrame footer={<LanguageSwitch language={language} onChange={chooseLanguage} />}>
      {phase === 'asking' ? <AskCode service={service} /> : <OpenService service={service} />}
    </OutsideFrame>
  )
}

/** Makes the screen over this page's bridge and clock. */
export function bindServicePage(ports: ServicePorts): ComponentType<ServiceScreenProps> {
  return function BoundServicePage({ onLeave }) {
    return <ServicePage ports={ports} onLeave={onLeave} />
  }
}
