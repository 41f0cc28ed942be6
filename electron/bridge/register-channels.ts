import * as bridge from '#shared/contracts/bridge.ts'
import type { Channel } from '#shared/contracts/channel.ts'
import { GuichetError, type ErrorCode } from '#shared/errors/guichet-error.ts'
import type { z } from 'zod'
import { handle, type HandlePorts } from './handle.ts'

type AnyChannel = (typeof bridge.channels)[number]
type ChannelOf<Name extends bridge.ChannelName> = Extract<AnyChannel, { name: Name }>

/** One handler a channel. Each gets a parsed value and answers one that is parsed again before it leaves. */
export type ChannelHandlers = {
  readonly [Name in bridge.ChannelName]: (
    input: z.output<ChannelOf<Name>['input']>,
  ) => Promise<z.input<ChannelOf<Name>['output']>>
}

/** Registers every channel of the contract. Forgetting one does not compile. */
export function registerChannels(ports: HandlePorts, handlers: ChannelHandlers): void {
  handle(ports, bridge.describeTerminal, handlers['terminal:describe'])
  handle(ports, bridge.listPeople, handlers['session:people'])
  handle(ports, bridge.signIn, handlers['session:sign-in'])
  handle(ports, bridge.endSession, handlers['session:end'])
  handle(ports, bridge.confirmOperation, handlers['operation:confirm'])
  handle(ports, bridge.readJournal, handlers['journal:read'])
  handle(ports, bridge.restoreOperation, handlers['journal:restore'])
  handle(ports, bridge.discardOperation, handlers['journal:discard'])
  handle(ports, bridge.pushOperations, handlers['line:push'])
  handle(ports, bridge.pullChanges, handlers['line:pull'])
  handle(ports, bridge.probeLine, handlers['line:probe'])
  handle(ports, bridge.keepMedicalDraft, handlers['draft:keep'])
  handle(ports, bridge.readMedicalDraft, handlers['draft:read'])
  handle(ports, bridge.listWebSites, handlers['web:sites'])
  handle(ports, bridge.openWebSite, handlers['web:open'])
  handle(ports, bridge.placeWebView, handlers['web:place'])
  handle(ports, bridge.goInWebView, handlers['web:go'])
  handle(ports, bridge.closeWebView, handlers['web:close'])
}

/** Registers every channel of a terminal that cannot work: each answers why. */
export function registerRefusals(ports: HandlePorts, code: ErrorCode): void {
  const all: readonly Channel<string, z.ZodType, z.ZodType>[] = bridge.channels
  for (const channel of all) {
    handle(ports, channel, () => Promise.reject(new GuichetError(code, 'this terminal is not set up')))
  }
}
