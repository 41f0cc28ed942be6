import { env } from 'node:process'
import { backgroundExfilCases } from './background-exfil.ts'
import { browserProcessCases } from './browser-process.ts'
import { coveredBarCases } from './covered-bar.ts'
import { covertChannelCases } from './covert-channel.ts'
import { denialOfServiceCases } from './denial-of-service.ts'
import { type EscapeCase, isAlone } from './escape-case.ts'
import { gatewayCases } from './gateway.ts'
import { ipcPreloadCases } from './ipc-preload.ts'
import { keyboardCases } from './keyboard.ts'
import { navigationCases } from './navigation.ts'
import { permissionDeviceCases } from './permission-device.ts'
import { redirectProxyCases } from './redirect-proxy.ts'
import { resourceHintCases } from './resource-hint.ts'
import { schemeCases } from './scheme.ts'
import { subresourceCases } from './subresource.ts'
import { uiDialogCases } from './ui-dialog.ts'
import { urlRuleCases } from './url-rule.ts'
import { webrtcQuicCases } from './webrtc-quic.ts'
import { workerWebsocketCases } from './worker-websocket.ts'
import { writeChannelCases } from './write-channel.ts'

/** Every attack, in the order the matrix shows them. */
export const escapeCases: readonly EscapeCase[] = [
  ...navigationCases,
  ...subresourceCases,
  ...writeChannelCases,
  ...backgroundExfilCases,
  ...resourceHintCases,
  ...workerWebsocketCases,
  ...webrtcQuicCases,
  ...browserProcessCases,
  ...schemeCases,
  ...redirectProxyCases,
  ...covertChannelCases,
  ...urlRuleCases,
  ...gatewayCases,
  ...ipcPreloadCases,
  ...uiDialogCases,
  ...coveredBarCases,
  ...permissionDeviceCases,
  ...keyboardCases,
  ...denialOfServiceCases,
]

/** One share of the cases: several terminals make them at once. `GUICHET_ESCAPE_PART` says which, as `1-of-2`. */
export function partToMake(): { readonly name: string; readonly cases: readonly EscapeCase[] } {
  const name = env['GUICHET_ESCAPE_PART'] ?? '1-of-1'
  const [part = 1, parts = 1] = name.split('-of-').map(Number)
  const isOurs = (_one: EscapeCase, index: number) => index % parts === part - 1
  const [alone, beside] = [true, false].map(is => casesToRun().filter(one => isAlone(one) === is))
  return { name, cases: [...(beside ?? []).filter(isOurs), ...(alone ?? []).filter(isOurs)] }
}

/** All of them, or those whose ids begin as `GUICHET_ESCAPE_CASES` says. */
export function casesToRun(): readonly EscapeCase[] {
  const beginnings = env['GUICHET_ESCAPE_CASES']?.split(',') ?? ['']
  return escapeCases.filter(({ id }) => beginnings.some(beginning => id.startsWith(beginning)))
}
