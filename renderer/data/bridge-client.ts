import type { BridgeApi, ChannelName, PageEvent } from '#shared/contracts/bridge.ts'
import type { ChannelResult } from '#shared/contracts/channel.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'

export type ChannelInput<Name extends ChannelName> = BridgeApi[Name]['input']
export type ChannelValue<Name extends ChannelName> = Extract<BridgeApi[Name]['result'], { ok: true }>['value']

/** What the preload puts at `window.guichet`: the page's only way out. */
export interface Bridge {
  call<Name extends ChannelName>(name: Name, input: ChannelInput<Name>): Promise<ChannelResult<ChannelValue<Name>>>
  /** Returns what stops listening. */
  onEvent(listener: (event: PageEvent) => void): () => void
}

/** The bridge with its refusals turned into errors: a caller handles values, or a `GuichetError` with the code. */
export interface BridgeClient {
  call<Name extends ChannelName>(name: Name, input: ChannelInput<Name>): Promise<ChannelValue<Name>>
  onEvent(listener: (event: PageEvent) => void): () => void
}

export function createBridgeClient(bridge: Bridge): BridgeClient {
  return {
    async call(name, input) {
      const result = await bridge.call(name, input)
      if (!result.ok) throw new GuichetError(result.error.code, `${name} refused`)
      return result.value
    },
    onEvent: listener => bridge.onEvent(listener),
  }
}
