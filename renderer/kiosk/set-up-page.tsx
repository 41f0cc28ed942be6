import { type Bridge, createBridgeClient } from '#renderer/data/bridge-client.ts'
import { TimeZoneProvider } from '#renderer/i18n/format-context.tsx'
import { createTexts } from '#renderer/i18n/i18n.ts'
import { KeyboardProvider } from '#renderer/ui/keyboard/keyboard-context.tsx'
import { LiveRegion } from '#renderer/ui/live/live-region.tsx'
import type { Language } from '#shared/contracts/language.ts'
import { languages } from '#shared/contracts/languages.ts'
import { useCallback, useEffect, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { App } from './app.tsx'
import type { EntrancePorts } from './entrance-ports.ts'
import type { LoadInside } from './inside.ts'
import { CrashGuard } from './problem/crash-guard.tsx'
import { CopyScreen } from './set-up/copy-screen.tsx'
import { type CopyWatch, watchCopy } from './set-up/copy-store.ts'
import { SetUpScreen } from './set-up/set-up-screen.tsx'
import { createSetUp } from './set-up/set-up-store.ts'
import { type StartedEntrance, startEntrance } from './start-entrance.ts'

export interface SetUpPageProps {
  readonly bridge: Bridge
  readonly ports: EntrancePorts
  readonly load: LoadInside
}

interface Enrolled {
  readonly entrance: StartedEntrance
  readonly copy: CopyWatch
}

/** A terminal from nothing to its sign-in screen, in one page: what a technician sees once. */
export function SetUpPage({ bridge, ports, load }: SetUpPageProps) {
  const [texts] = useState(() => createTexts(languageOfMachine(navigator.languages)))
  const [setUp] = useState(() => createSetUp(createBridgeClient(bridge), ports.clock))
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null)
  const [isDone, setDone] = useState(false)
  useEffect(
    () =>
      setUp.store.subscribe((now, before) => {
        if (now.isEnrolled && !before.isEnrolled) setEnrolled(startEnrolled({ bridge, ports, load }))
      }),
    [setUp, bridge, ports, load],
  )
  const finish = useCallback(() => {
    enrolled?.copy.stop()
    setDone(true)
  }, [enrolled])

  if (isDone && enrolled !== null) return <App entrance={enrolled.entrance} inside={enrolled.entrance.inside} />
  return (
    <I18nextProvider i18n={texts}>
      <LiveRegion>
        <KeyboardProvider>
          <CrashGuard>
            <TimeZoneProvider timeZone="Europe/Brussels">
              {enrolled === null ? (
                <SetUpScreen setUp={setUp} />
              ) : (
                <CopyScreen copy={enrolled.copy.store} after={ports.clock.after} onDone={finish} />
              )}
            </TimeZoneProvider>
          </CrashGuard>
        </KeyboardProvider>
      </LiveRegion>
    </I18nextProvider>
  )
}

/** The kiosk as on any other start: everything it needs begins to arrive. */
function startEnrolled({ bridge, ports, load }: SetUpPageProps): Enrolled {
  const entrance = startEntrance(bridge, ports, {
    ...load,
    kiosk: async opened => {
      const started = await load.kiosk(opened)
      copy.viewsOpened(started.kiosk.shared)
      return started
    },
  })
  const copy = watchCopy(entrance, createBridgeClient(bridge))
  return { entrance, copy }
}

/** The first of the machine's languages that this kiosk speaks. */
function languageOfMachine(wanted: readonly string[]): Language {
  const known = wanted.map(tag => languages.find(language => tag.toLowerCase().startsWith(language)))
  return known.find(language => language !== undefined) ?? 'fr'
}
