import * as bridge from '#shared/contracts/bridge.ts'
import * as joining from '#shared/contracts/enrolment-channels.ts'
import * as service from '#shared/contracts/service-channels.ts'
import type { z } from 'zod'
import { handle, type HandlePorts } from './handle.ts'

type AnyChannel = (typeof bridge.channels)[number]
type ChannelOf<Name extends bridge.ChannelName> = Extract<AnyChannel, { name: Name }>

type EnrolmentName = Extract<bridge.ChannelName, `enrolment:${string}`>

type HandlersOf<Names extends bridge.ChannelName> = {
  readonly [Name in Names]: (input: z.output<ChannelOf<Name>['input']>) => Promise<z.input<ChannelOf<Name>['output']>>
}

/** One handler a channel. Each gets a parsed value and answers one that is parsed again before it leaves. */
export type ChannelHandlers = HandlersOf<Exclude<bridge.ChannelName, EnrolmentName>>

/** What a terminal answers that has no configuration yet; the others wait until it has one. */
export type EnrolmentHandlers = HandlersOf<EnrolmentName>

/**
 * Registers every channel of the contract. Forgetting one does not compile.
 *
 * The page may ask before the parts are there: then it waits. Where they never will be, `handlers` is rejected, and every
 * channel answers with that reason. So does `enrolment` on a terminal that is enrolled.
 */
export function registerChannels(
  ports: HandlePorts,
  handlers: Promise<ChannelHandlers>,
  enrolment: Promise<EnrolmentHandlers>,
): void {
  // Each channel tells of it; here it is only kept from counting as forgotten.
  handlers.catch(() => undefined)
  enrolment.catch(() => undefined)
  handle(ports, joining.beginEnrolment, async input => (await enrolment)['enrolment:begin'](input))
  handle(ports, joining.findServer, async input => (await enrolment)['enrolment:find-server'](input))
  handle(ports, joining.lookAtCode, async input => (await enrolment)['enrolment:look'](input))
  handle(ports, joining.takeIn, async input => (await enrolment)['enrolment:take-in'](input))
  handle(ports, bridge.describeTerminal, async input => (await handlers)['terminal:describe'](input))
  handle(ports, bridge.readOpenState, async input => (await handlers)['terminal:open-state'](input))
  handle(ports, service.askService, async input => (await handlers)['service:ask'](input))
  handle(ports, service.openService, async input => (await handlers)['service:open'](input))
  handle(ports, service.readService, async input => (await handlers)['service:read'](input))
  handle(ports, service.examineService, async input => (await handlers)['service:examine'](input))
  handle(ports, service.restartKiosk, async input => (await handlers)['service:restart'](input))
  handle(ports, service.stayInService, async input => (await handlers)['service:stay'](input))
  handle(ports, service.closeService, async input => (await handlers)['service:close'](input))
  handle(ports, bridge.listPeople, async input => (await handlers)['session:people'](input))
  handle(ports, bridge.signIn, async input => (await handlers)['session:sign-in'](input))
  handle(ports, bridge.endSession, async input => (await handlers)['session:end'](input))
  handle(ports, bridge.confirmOperation, async input => (await handlers)['operation:confirm'](input))
  handle(ports, bridge.readJournal, async input => (await handlers)['journal:read'](input))
  handle(ports, bridge.restoreOperation, async input => (await handlers)['journal:restore'](input))
  handle(ports, bridge.discardOperation, async input => (await handlers)['journal:discard'](input))
  handle(ports, bridge.pushOperations, async input => (await handlers)['line:push'](input))
  handle(ports, bridge.pullChanges, async input => (await handlers)['line:pull'](input))
  handle(ports, bridge.probeLine, async input => (await handlers)['line:probe'](input))
  handle(ports, bridge.keepMedicalDraft, async input => (await handlers)['draft:keep'](input))
  handle(ports, bridge.readMedicalDraft, async input => (await handlers)['draft:read'](input))
  handle(ports, bridge.listWebSites, async input => (await handlers)['web:sites'](input))
  handle(ports, bridge.openWebSite, async input => (await handlers)['web:open'](input))
  handle(ports, bridge.placeWebView, async input => (await handlers)['web:place'](input))
  handle(ports, bridge.goInWebView, async input => (await handlers)['web:go'](input))
  handle(ports, bridge.closeWebView, async input => (await handlers)['web:close'](input))
}
