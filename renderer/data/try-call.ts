import type { ChannelName } from '#shared/contracts/bridge.ts'
import type { BridgeClient, ChannelInput, ChannelValue } from './bridge-client.ts'

/** For calls the page can do without: null where the main process refused. It reports its refusals on its own side. */
export async function tryCall<Name extends ChannelName>(
  bridge: BridgeClient,
  name: Name,
  input: ChannelInput<Name>,
): Promise<ChannelValue<Name> | null> {
  try {
    return await bridge.call(name, input)
  } catch {
    return null
  }
}
