import type { ChannelHandlers } from './bridge/register-channels.ts'
import type { Control } from './control/control.ts'
import type { Kiosk } from './create-kiosk.ts'
import { createOperationHandlers } from './operation-handlers.ts'
import { createInTurn } from './sequence/in-turn.ts'
import type { ServiceHandlers } from './service/service-screen.ts'
import { createSignIn } from './session/sign-in.ts'
import { createVerifyPin } from './session/verify-pin.ts'
import type { WebHandlers } from './web-gate.ts'

type PersonHandlers = Pick<ChannelHandlers, Extract<keyof ChannelHandlers, `${'session' | 'draft'}:${string}`>>

/** What each channel does. With whose things is decided on this side: the page never names a person. */
export function createChannelHandlers(
  kiosk: Kiosk,
  version: string,
  given: WebHandlers & ServiceHandlers,
  openState: Control['openState'],
): ChannelHandlers {
  const { prison, terminal, language } = kiosk.identity.configuration
  return {
    'terminal:describe': async () => ({
      terminalName: terminal.name,
      prisonNames: prison.names,
      timeZone: prison.timeZone,
      language,
      version,
    }),
    'terminal:open-state': async () => openState(),
    ...createPersonHandlers(kiosk),
    ...createOperationHandlers(kiosk, openState),
    ...given,
  }
}

function createPersonHandlers({ roster, gate, session, drafts, activity }: Kiosk): PersonHandlers {
  const signIn = createSignIn({ roster, gate, session, verifyPin: createVerifyPin(roster.anyVerifier) })
  const inTurn = createInTurn()
  return {
    'session:people': async () => {
      activity.notePageAtWork()
      return { people: roster.people(), waitMs: gate.waitMs() }
    },
    'session:sign-in': tried => inTurn(() => signIn(tried)),
    'session:end': async () => {
      session.end()
      return {}
    },
    'draft:keep': async ({ draft }) => {
      drafts.keep(session.require().inmateId, draft)
      return {}
    },
    'draft:read': async () => ({ draft: drafts.read(session.require().inmateId) }),
  }
}
