import { useCallback, useEffect } from 'react'
import { useStore } from 'zustand'
import { CodeStep } from './code-step.tsx'
import { CompareStep } from './compare-step.tsx'
import { ServerStep } from './server-step.tsx'
import { SetUpFrame } from './set-up-frame.tsx'
import { SetUpSteps } from './set-up-steps.tsx'
import type { SetUp } from './set-up-store.ts'
import { useScanner } from './use-scanner.ts'

/** What a technician does on a new terminal: which server, which code, and whether they are the right ones. */
export function SetUpScreen({ setUp }: { readonly setUp: SetUp }) {
  const state = useStore(setUp.store)
  const scan = useCallback((text: string) => void setUp.scan(text), [setUp])
  useScanner(scan)
  useEffect(() => {
    void setUp.begin()
    return setUp.stop
  }, [setUp])
  return (
    <SetUpFrame steps={<SetUpSteps state={state} />}>
      {state.step === 'server' && <ServerStep setUp={setUp} state={state} />}
      {state.step === 'code' && <CodeStep setUp={setUp} state={state} />}
      {state.step === 'compare' && <CompareStep setUp={setUp} state={state} />}
    </SetUpFrame>
  )
}
