import { toPublicError } from '#shared/errors/guichet-error.ts'
import type { Bridge, BridgeClient } from '../bridge-client.ts'

/** What the preload would put on the window over this main process: refusals as values. */
export function asBridge(main: BridgeClient): Bridge {
  return {
    async call(name, input) {
      try {
        return { ok: true, value: await main.call(name, input) }
      } catch (error) {
        return { ok: false, error: toPublicError(error) }
      }
    },
    onEvent: listener => main.onEvent(listener),
  }
}
