import type { RefusedPage } from '#shared/contracts/operation.ts'
import type { BridgeClient } from '#renderer/data/bridge-client.ts'
import type { Outbox } from '#renderer/data/outbox.ts'
import type { InmateId, OperationId, RequestId } from '#shared/contracts/ids.ts'
import type { CartKeeper } from './cart-store.ts'
import type { ConfirmOutcome, KioskActions } from './kiosk-actions.ts'
import type { MedicalDraftKeeper } from './medical-draft-store.ts'
import { createOncePerKey } from './once-per-key.ts'
import { orderAtNewPrices, putAway, putAwayTogether } from './parked.ts'
import { recordOperation } from './record-operation.ts'

export interface ActionPorts {
  readonly bridge: BridgeClient
  /** Known once the terminal has started; nobody can sign in before. */
  readonly outbox: () => Promise<Outbox>
  readonly inmateId: () => InmateId | null
  readonly cart: CartKeeper
  readonly medicalDraft: MedicalDraftKeeper
  readonly forgetCart: (inmateId: InmateId, operationId: OperationId) => Promise<void>
  readonly mintId: () => OperationId
  /** A warden closed it before this page had heard so. */
  readonly refusedAsClosed: () => Promise<void>
}

const nobody: ConfirmOutcome = { status: 'not-recorded', code: 'SESSION_MISSING' }
const unknown: ConfirmOutcome = { status: 'not-recorded', code: 'OPERATION_UNKNOWN' }

/** What the signed-in person can do, each thing once however often it is pressed. */
export function createActions(ports: ActionPorts): KioskActions {
  const oncePerKey = createOncePerKey<ConfirmOutcome>()
  const once = async (key: string, work: () => Promise<ConfirmOutcome>) =>
    oncePerKey(key, async () => {
      const outcome = await work()
      // The screen says so when the person is told, not a moment later.
      if (outcome.status === 'not-recorded' && outcome.code === 'SERVICE_CLOSED') await ports.refusedAsClosed()
      return outcome
    })
  return {
    confirmOrder: async () => once('order', async () => confirmOrder(ports)),
    confirmMedical: async content =>
      once('medical', async () => {
        const draft = ports.medicalDraft.store.getState().draft ?? null
        if (draft === null) return unknown
        const { bridge } = ports
        const outbox = await ports.outbox()
        const intent = { kind: 'medical.appointment', content } as const
        const outcome = await recordOperation({ bridge, outbox }, draft.operationId, intent)
        if (outcome.status === 'recorded') ports.medicalDraft.confirmed(outcome.operationId)
        return outcome
      }),
    askForPage: async page => once(`page ${page.address}`, async () => askForPage(ports, page)),
    withdraw: async id => once(`withdraw ${id}`, async () => followUp(ports, 'request.withdraw', id)),
    remind: async id => once(`remind ${id}`, async () => followUp(ports, 'request.remind', id)),
    confirmAgain: async id => once(`again ${id}`, async () => confirmAgain(ports, id)),
    discardParked: async id => {
      const outbox = await ports.outbox()
      const mine = outbox.entryOf(id)?.operation.inmateId === ports.inmateId()
      return mine && (await putAway({ bridge: ports.bridge, outbox }, putAwayTogether(outbox, id)))
    },
  }
}

async function confirmOrder(ports: ActionPorts): Promise<ConfirmOutcome> {
  const { review } = ports.cart.store.getState()
  const inmateId = ports.inmateId()
  if (review === null) return unknown
  if (inmateId === null) return nobody
  const { operationId, windowId, lines } = review
  const outbox = await ports.outbox()
  const outcome = await recordOperation({ bridge: ports.bridge, outbox }, operationId, {
    kind: 'canteen.order',
    body: { windowId, lines: [...lines], replaces: null },
  })
  if (outcome.status === 'recorded') {
    ports.cart.confirmed(operationId)
    // The person may have signed out while the journal was writing; their kept cart goes all the same.
    await ports.forgetCart(inmateId, operationId)
  }
  return outcome
}

async function followUp(
  ports: ActionPorts,
  kind: 'request.withdraw' | 'request.remind',
  requestId: RequestId,
): Promise<ConfirmOutcome> {
  const outbox = await ports.outbox()
  const underWay = outbox
    .getSnapshot()
    .entries.find(
      ({ operation, state }) => operation.kind === kind && operation.body.requestId === requestId && state !== 'parked',
    )
  if (underWay !== undefined) return { status: 'recorded', operationId: underWay.operation.id }
  return recordOperation({ bridge: ports.bridge, outbox }, ports.mintId(), { kind, body: { requestId } })
}

async function askForPage(ports: ActionPorts, page: RefusedPage): Promise<ConfirmOutcome> {
  const outbox = await ports.outbox()
  const underWay = outbox
    .getSnapshot()
    .entries.find(
      ({ operation, state }) =>
        operation.kind === 'web.page-request' &&
        operation.inmateId === ports.inmateId() &&
        operation.body.address === page.address &&
        state !== 'parked',
    )
  if (underWay !== undefined) return { status: 'recorded', operationId: underWay.operation.id }
  return recordOperation({ bridge: ports.bridge, outbox }, ports.mintId(), { kind: 'web.page-request', body: page })
}

/** The successor's id is on the disk before the successor is: whatever breaks, pressing again makes no second order. */
async function confirmAgain(ports: ActionPorts, parkedId: OperationId): Promise<ConfirmOutcome> {
  const outbox = await ports.outbox()
  const parked = outbox.entryOf(parkedId)
  if (parked === undefined || parked.operation.inmateId !== ports.inmateId()) return unknown
  const body = orderAtNewPrices(parked)
  if (body === null) return unknown
  const id = parked.replacedBy ?? ports.mintId()
  await outbox.replacing(parkedId, id)
  const outcome = await recordOperation({ bridge: ports.bridge, outbox }, id, { kind: 'canteen.order', body })
  if (outcome.status === 'recorded') {
    await putAway({ bridge: ports.bridge, outbox }, putAwayTogether(outbox, parkedId))
  }
  return outcome
}
