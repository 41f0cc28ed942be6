import { env } from 'node:process'
import { backgroundExfilCases } from './background-exfil.ts'
import { browserProcessCases } from './browser-process.ts'
import { covertChannelCases } from './covert-channel.ts'
import { denialOfServiceCases } from './denial-of-service.ts'
import type { EscapeCase } from './escape-case.ts'
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
  ...permissionDeviceCases,
  ...keyboardCases,
  ...denialOfServiceCases,
]

/** All of them, or those whose ids begin as `GUICHET_ESCAPE_CASES` says. */
export function casesToRun(): readonly EscapeCase[] {
  const beginnings = env['GUICHET_ESCAPE_CASES']?.split(',') ?? ['']
  return escapeCases.filter(({ id }) => beginnings.some(beginning => id.startsWith(beginning)))
}
