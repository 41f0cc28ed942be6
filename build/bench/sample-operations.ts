import { v7 as uuidv7 } from 'uuid'
import type { OrderWindow, Product } from '#shared/contracts/catalogue.ts'
import type { SealingKey } from '#shared/contracts/configuration.ts'
import {
  inmateIdSchema,
  type InmateId,
  operationIdSchema,
  terminalIdSchema,
  type TerminalId,
} from '#shared/contracts/ids.ts'
import { type Operation, operationSchema } from '#shared/contracts/operation.ts'
import { seal } from '#shared/sealing/seal.ts'

/** An order of three products as the journal records it. */
export function sampleOrder(round: number): Operation {
  return operationSchema.parse({
    id: uuidv7(),
    inmateId: inmateIdSchema.parse('6f1c0a52-40a3-4d0b-9a35-0d8f2f7f9b11'),
    terminalId: terminalIdSchema.parse('0b8f6f0e-54ac-4a0e-8b39-4f6d1c2b7a90'),
    recordedAt: new Date(1_800_000_000_000 + round * 1000).toISOString(),
    kind: 'canteen.order',
    body: {
      windowId: 'week-48',
      lines: ['coffee-ground-500', 'sugar-1kg', 'milk-1l'].map(productId => ({
        productId,
        quantity: 2,
        seenUnitPriceCents: 320,
      })),
      replaces: null,
    },
  })
}

export interface Demand {
  readonly terminalId: TerminalId
  readonly inmateIds: readonly InmateId[]
  readonly products: readonly Product[]
  readonly window: OrderWindow
  readonly medicalKey: SealingKey
}

/** `count` operations as one terminal would have queued them: an order and a medical request in turn, inmate by inmate. */
export async function queueOperations(count: number, demand: Demand): Promise<Operation[]> {
  const operations: Operation[] = []
  for (let index = 0; index < count; index += 1) {
    const inmateId = demand.inmateIds[Math.floor(index / 2) % demand.inmateIds.length]
    if (inmateId === undefined) throw new Error('no inmates to order for')
    const envelope = {
      id: operationIdSchema.parse(uuidv7()),
      inmateId,
      terminalId: demand.terminalId,
      recordedAt: new Date().toISOString(),
    }
    operations.push(index % 2 === 0 ? order(envelope, index, demand) : await medicalRequest(envelope, demand))
  }
  return operations
}

type Envelope = Pick<Operation, 'id' | 'inmateId' | 'terminalId' | 'recordedAt'>

function order(envelope: Envelope, index: number, { products, window }: Demand): Operation {
  const chosen = [0, 1, 2].map(offset => products[(index * 3 + offset * 7) % products.length])
  const lines = [...new Set(chosen)].flatMap(product =>
    product === undefined ? [] : [{ productId: product.id, quantity: 1, seenUnitPriceCents: product.priceCents }],
  )
  return { ...envelope, kind: 'canteen.order', body: { windowId: window.id, lines, replaces: null } }
}

async function medicalRequest(envelope: Envelope, { medicalKey }: Demand): Promise<Operation> {
  const context = { operationId: envelope.id, inmateId: envelope.inmateId, terminalId: envelope.terminalId }
  const content = {
    version: 1,
    service: 'dentist',
    sinceWhen: 'some-days',
    howBad: 3,
    text: 'A tooth on the left hurts when I drink something cold.',
    language: 'en',
    writtenAt: envelope.recordedAt,
  }
  return { ...envelope, kind: 'medical.appointment', body: await seal(medicalKey, context, content) }
}
