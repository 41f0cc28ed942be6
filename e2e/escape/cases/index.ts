import { backgroundExfilCases } from './background-exfil.ts'
import { browserProcessCases } from './browser-process.ts'
import { covertChannelCases } from './covert-channel.ts'
import type { EscapeCase } from './escape-case.ts'
import { navigationCases } from './navigation.ts'
import { redirectProxyCases } from './redirect-proxy.ts'
import { resourceHintCases } from './resource-hint.ts'
import { subresourceCases } from './subresource.ts'
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
  ...redirectProxyCases,
  ...covertChannelCases,
  ...urlRuleCases,
]
