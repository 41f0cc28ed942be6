import { v7 as uuidv7 } from 'uuid'
import type { OrderWindow, Product } from '#shared/contracts/catalogue.ts'
import type { SealingKey } from '#shared/contracts/configuration.ts'
import { type InmateId, operationIdSchema, type TerminalId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import { seal } from '#shared/sealing/seal.ts'

/** What the people of a terminal can ask for, and for whom. */
export interface Demand {
  readonly terminalId: TerminalId
  readonly inmateIds: readonly InmateId[]
  readonly products: readonly Product[]
  readonly window: OrderWindow
  readonly medicalKey: SealingKey
}

type Seal = typeof seal

/**
 * Seals the first text and hands it out again for every other one: nobody can open those, and no server can tell. For
 * thousands of terminals, whose sealing would be all that one process does.
 */
export function createSealOnce(): Seal {
  let sealed: ReturnType<Seal> | undefined
  return (...given) => (sealed ??= seal(...given))
}

/** `count` operations as one terminal would have queued them: an order and a medical request in turn, inmate by inmate. */
export async function queueOperations(count: number, demand: Demand, sealText: Seal = seal): Promise<Operation[]> {
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
    operations.push(index % 2 === 0 ? order(envelope, index, demand) : await medicalRequest(envelope, demand, sealText))
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

async function medicalRequest(envelope: Envelope, { medicalKey }: Demand, sealText: Seal): Promise<Operation> {
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
  return { ...envelope, kind: 'medical.appointment', body: await sealText(medicalKey, context, content) }
}
